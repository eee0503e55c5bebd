"""What people do, as the accelerometer in their trouser pocket feels it: made here, seeded, in the form of the real recordings.

Six activities, windows of 48 samples (4 s at 12 Hz), three axes in g. Every subject has a cadence, strength, phone position and
noise of their own, so what is learned on some subjects has to hold for others. Two pairs differ in nothing but order:

- stairs up and stairs down: the same shake per step, slow to rise and quick to fall, or quick and slow (a few samples);
- lift up and lift down: a push and a drop of the same size, seconds apart; what comes first decides.

Models: Bayat, Pomplun, Tran (2014), "A study on human activity recognition using accelerometer data from smartphones", and the
real sets in datasets/har.py. A lift that moves one floor pushes with about 0.1 g for a second.
"""

import numpy as np

ACTIVITIES = ("walk", "stairs up", "stairs down", "lift up", "lift down", "stand")
LENGTH = 48  # samples in a window
RATE = 12  # samples per second
UNIT = 1 / 50  # g: what one step of the int8 numbers stands for


def windows(seed: int, subjects: int, each: int, first: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Windows of so many subjects, `each` windows of every activity per subject.

    first: the first subject's number. Returns (motion, activity, subject): motion, shape (n, 48, 3), int8 in steps of UNIT, the
    axes right, up along the phone, and out of its screen; activity, shape (n,), uint8 places in ACTIVITIES; subject, shape (n,),
    uint8. n = subjects * 6 * each, shuffled, so that the order of the windows tells nothing.
    """
    rng = np.random.default_rng(seed)
    kinds = np.tile(np.arange(len(ACTIVITIES)), each)
    parts = [_recorded(rng, kinds) for _ in range(subjects)]
    order = rng.permutation(subjects * len(kinds))
    motion = np.clip(np.rint(np.concatenate(parts) / UNIT), -127, 127).astype(np.int8)
    activity, subject = np.tile(kinds, subjects), np.repeat(np.arange(first, first + subjects), len(kinds))
    return motion[order], activity[order].astype(np.uint8), subject[order].astype(np.uint8)


def _recorded(rng, kinds):
    """One subject's windows in g, shape (len(kinds), 48, 3)."""
    n = len(kinds)
    body = np.where((kinds < 3)[:, None, None], _gait(rng, kinds), _ride(rng, kinds))  # x to the right, y up, z forward
    body[:, :, 1] += 1.0  # gravity, as a phone at rest feels it
    tilt, yaw = rng.uniform(0.1, 0.8), rng.uniform(-np.pi, np.pi)  # how this subject carries the phone
    slow = 2 * np.pi * np.arange(LENGTH) / rng.uniform(35, 80, size=n)[:, None] + rng.uniform(0, 2 * np.pi, size=n)[:, None]
    slip = rng.normal(0, 0.15, size=n)[:, None] * np.sin(slow)
    turned = _turned(_turned(body, yaw, 2, 0), tilt + slip, 1, 2)
    return turned + rng.normal(0, rng.uniform(0.01, 0.025), size=turned.shape)


def _turned(body, angle, a, b):
    """body with its axes a and b turned into each other by an angle."""
    turned = body.copy()
    turned[..., a] = np.cos(angle) * body[..., a] - np.sin(angle) * body[..., b]
    turned[..., b] = np.sin(angle) * body[..., a] + np.cos(angle) * body[..., b]
    return turned


def _gait(rng, kinds):
    """Steps: every activity has its tempo and shape, every subject a cadence, a strength and a habit of swaying."""
    n, t = len(kinds), np.arange(LENGTH) / RATE
    pace, strength, sway, thrust = rng.uniform(1.5, 2.1), rng.uniform(0.16, 0.34), rng.uniform(0.2, 0.6), rng.uniform(0.3, 0.7)
    tempo = pace * np.array([1.05, 0.94, 0.94])[kinds % 3] * rng.uniform(0.92, 1.08, size=n)
    skew = np.array([0.0, 0.8, -0.8])[kinds % 3] + rng.normal(0, 0.18, size=n)  # slow rise, quick fall; or the reverse
    power = strength * np.array([1.0, 0.9, 0.9])[kinds % 3] * rng.uniform(0.8, 1.25, size=n)
    theta = 2 * np.pi * tempo[:, None] * t + rng.uniform(0, 2 * np.pi, size=n)[:, None]
    theta = theta + skew[:, None] * np.sin(theta + rng.normal(0, 0.15))
    up = np.sin(theta) + rng.uniform(0.1, 0.3) * np.sin(2 * theta)
    side = sway * np.sin(theta / 2 + rng.uniform(0, 2 * np.pi))
    ahead = thrust * np.sin(theta + rng.uniform(0, 2 * np.pi))
    return power[:, None, None] * np.stack([side, up, ahead], axis=-1)


def _ride(rng, kinds):
    """Standing about, in a lift or not: sway, a fidget, and what the lift does, upwards first or downwards first."""
    n, t = len(kinds), np.arange(LENGTH)
    body = rng.uniform(0.005, 0.02) * np.cumsum(rng.normal(size=(n, LENGTH, 3)), axis=1) / 4
    body -= body.mean(axis=1, keepdims=True)
    for _ in range(2):  # shifting one's weight: somewhere, in any direction, to and fro
        at, size = rng.uniform(0, LENGTH, size=n)[:, None], rng.uniform(0.5, 1.2) * rng.normal(0, 0.07, size=(n, 1, 3))
        body += size * (_lobe(t, at, 5) - _lobe(t, at + rng.uniform(4, 7), 5))[..., None]
    width = rng.uniform(7, 11, size=n)[:, None]
    gap = width + rng.uniform(3, 23, size=n)[:, None]
    start = 2 + rng.uniform(0, 1, size=n)[:, None] * np.maximum(LENGTH - 4 - gap - width, 0)
    size = np.select([kinds == 3, kinds == 4], [1.0, -1.0], 0.0) * rng.uniform(0.09, 0.16, size=n)
    body[..., 1] += size[:, None] * (_lobe(t, start + width / 2, width) - _lobe(t, start + gap + width / 2, width))
    return body


def _lobe(t, middle, width):
    """A smooth bump of height 1, so many samples wide."""
    return np.where(np.abs(t - middle) < width / 2, np.cos(np.pi * (t - middle) / width) ** 2, 0.0)

"""Heartbeats of an electrocardiogram (ECG), made by a dynamical model: normal ones, and seven kinds that are not.

Source: McSharry, Clifford, Tarassenko, Smith, "A dynamical model for generating synthetic electrocardiogram signals", IEEE
Transactions on Biomedical Engineering 50(3), 2003, with its constants for the waves P, Q, R, S and T. A point runs round a circle
once per beat; near the angle of each wave it is pushed up or down:

    dz/dt = -sum_i a_i w (phi - phi_i) exp(-(phi - phi_i)^2 / (2 b_i^2)) - (z - z0(t)),    dphi/dt = w = 2 pi / RR

(with the factor w of the authors' later models, so that a wave's height does not depend on the heart rate). As the rate goes up, waves
come closer and get narrower, QT by Bazett's square root: one number warps the whole beat.

A beat is 64 samples at 80 Hz, from 0.3 s before the R peak, as a detector finds it, to 0.5 s after it; int8, 100 is about 1 mV.
NumPy only; the same seed gives the same bytes.
"""

from collections.abc import Sequence

import numpy as np

LENGTH, RATE, BEFORE = 64, 80.0, 0.3  # samples in a beat, samples per second, seconds before the R peak
KINDS = ("normal", "ventricular", "ST elevation", "inverted T", "no P", "late potentials", "long PR", "long QT")
P, Q, R, S, T, NEXT_P, EXTRA, ECHO = range(8)  # the waves; two are there for some kinds of anomaly only
ANGLES = np.deg2rad([-70.0, -15.0, 0.0, 15.0, 100.0, -70.0, 45.0, 60.0])
WIDTHS = np.array([0.25, 0.1, 0.1, 0.1, 0.4, 0.25, 0.3, 0.3])  # radians
HEIGHTS = np.array([0.19, -0.12, 0.75, -0.19, 0.30, 0.19, 0.0, 0.0])  # a_i b_i^2, in mV
TURN = np.array([0.03, 0.05, 0.12, -0.09, 0.07, 0.03, 0.0, 0.0])  # what turning the heart's axis by a little adds to them
JITTER = 0.025  # seconds by which the detector may be wrong


def people(rng: np.random.Generator, n: int) -> dict[str, np.ndarray]:
    """n patients: what a heart, a chest and a recorder differ in; each array has n rows."""
    heights = HEIGHTS + np.clip(rng.normal(size=(n, 1)), -2, 2) * TURN  # the heart's axis: one number for all waves
    angles = ANGLES + np.deg2rad(2) * (ANGLES != 0) * rng.normal(size=(n, 8))
    for of_both in (heights, angles):
        of_both[:, NEXT_P] = of_both[:, P]
    return {
        "angles": angles, "widths": WIDTHS * np.exp(0.12 * rng.normal(size=(n, 1))),
        "heights": heights * np.exp(0.06 * rng.normal(size=(n, 8))),
        "seconds": rng.uniform(0.6, 1.2, size=n),  # from one beat to the next, at rest
        "arrhythmia": rng.uniform(0.03, 0.12, size=n),  # how much breathing changes that
        "wander": rng.uniform(0.02, 0.08, size=n), "noise": rng.uniform(0.015, 0.025, size=n),  # mV
    }


def record(rng: np.random.Generator, patients: dict[str, np.ndarray], who: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """One beat for each entry of who (a patient) and kinds (a number of KINDS), shape (len(who), 64), int8."""
    n = len(who)
    breath = np.sin(rng.uniform(0, 2 * np.pi, size=n))
    seconds = patients["seconds"][who] * (1 + patients["arrhythmia"][who] * breath + 0.02 * rng.normal(size=n))
    angles, widths, heights = (patients[name][who].copy() for name in ("angles", "widths", "heights"))
    squeeze = seconds**-0.5  # as the rate goes up, a wave takes more of the (shorter) beat: Bazett
    angles *= np.stack([squeeze**0.5, squeeze, squeeze, squeeze, squeeze, squeeze**0.5, squeeze, squeeze], axis=1)
    widths *= squeeze[:, None]
    fall_ill(rng, kinds, angles, widths, heights)
    angles[:, NEXT_P] += 2 * np.pi
    clean = integrate(2 * np.pi / seconds, angles, widths, heights, late=rng.uniform(-JITTER, JITTER, size=n))
    time = np.linspace(-1, 1, LENGTH)
    drift, turn = rng.normal(size=(2, n, 1)) * patients["wander"][who, None]
    noise = rng.normal(size=(n, LENGTH)) * patients["noise"][who, None]
    return np.clip(np.rint(100 * (clean + drift + turn * time + noise)), -127, 127).astype(np.int8)


def fall_ill(rng: np.random.Generator, kinds: np.ndarray, angles: np.ndarray, widths: np.ndarray, heights: np.ndarray) -> None:
    """Change the waves of the beats, shape (n, 8) each, to what their kinds are; from hardly to be seen to severe."""
    severity = rng.uniform(0.3, 1, size=len(kinds))
    sign = rng.choice([-1.0, 1.0], size=len(kinds))

    def of(kind: str) -> tuple[np.ndarray, np.ndarray]:
        rows = np.flatnonzero(kinds == KINDS.index(kind))
        return rows, severity[rows]

    rows, much = of("ventricular")  # starts in a ventricle: no P before it, slow and wide, T the other way round
    heights[rows, P] *= 1 - much
    widths[np.ix_(rows, [Q, R, S])] *= 1 + much[:, None]
    angles[np.ix_(rows, [Q, S])] *= 1 + much[:, None]
    heights[rows, T] *= 1 - 1.6 * much
    rows, much = of("ST elevation")
    heights[rows, EXTRA] = 0.22 * much * sign[rows]
    rows, much = of("inverted T")
    heights[rows, T] *= 1 - 1.6 * much
    rows, much = of("no P")
    heights[rows, P] *= (1 - much) / 2
    rows, much = of("late potentials")
    heights[np.ix_(rows, [EXTRA, ECHO])] = np.outer(much, [0.25, -0.25])
    angles[np.ix_(rows, [EXTRA, ECHO])] = angles[rows, S, None] + np.deg2rad([14.0, 26.0])
    widths[np.ix_(rows, [EXTRA, ECHO])] = 0.08
    rows, much = of("long PR")
    angles[rows, P] -= np.deg2rad(30) * much
    rows, much = of("long QT")
    angles[rows, T] += np.deg2rad(40) * much


def integrate(speed: np.ndarray, angles: np.ndarray, widths: np.ndarray, heights: np.ndarray, late: np.ndarray,
              finer: int = 2) -> np.ndarray:
    """The model's z at the 64 times of each beat, mV, shape (n, 64); late: seconds by which the R peak was found too early."""
    step = 1 / (RATE * finer)
    ahead = 24 * finer  # samples before the first one that is kept: the P wave begins there
    z, kept = np.zeros(len(speed)), []
    for n in range(-ahead, LENGTH * finer):
        if n >= 0 and n % finer == 0:
            kept.append(z)
        phase = speed * (n * step + step / 2 - BEFORE - late)  # of the middle of the step; 0 at the R peak
        apart = (phase[:, None] - angles) / widths
        push = -(heights / widths * apart * np.exp(-apart * apart / 2)).sum(axis=1) * speed
        z = z * (1 - step) + step * push
    return np.stack(kept, axis=1)


def make(seed: int, patients: int, beats: int, anomalous: float, kinds: Sequence[str] = KINDS[1:]) -> dict[str, np.ndarray]:
    """So many patients with so many beats each, of which about a share is anomalous, each of these kinds as often as the others.

    Returns beats, shape (patients * beats, 64), int8; kinds, uint8, numbers of KINDS, 0 is normal; patients, uint16, from 0.
    """
    rng = np.random.default_rng(seed)
    somebody = people(rng, patients)
    who = np.repeat(np.arange(patients), beats)
    numbers = np.array([KINDS.index(kind) for kind in kinds])
    what = np.where(rng.random(len(who)) < anomalous, rng.choice(numbers, size=len(who)), 0)
    return {"beats": record(rng, somebody, who, what), "kinds": what.astype(np.uint8), "patients": who.astype(np.uint16)}

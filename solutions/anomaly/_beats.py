"""Beats for checks: several patients in no order, each with normal and anomalous beats, none like another."""

import numpy as np


def records(rng, people=6, each=4, length=5):
    """beats (people * each, length), labels, patients, shuffled; every patient has beats of both labels."""
    patients, nth = np.repeat(20 + np.arange(people), each), np.tile(np.arange(each), people)
    labels = ((nth == 1) | ((nth > 1) & ((patients + nth) % 3 == 0))).astype(int)  # as many for every rng
    order = rng.permutation(len(patients))
    beats = rng.normal(size=(len(patients), length)) + np.arange(length)
    return beats[order], labels[order], patients[order]


def ranked(rng, n=12, anomalous=4, levels=0):
    """labels and scores of so many beats; levels: how many different scores there are, 0 for no two alike."""
    labels = rng.permutation(np.arange(n) < anomalous).astype(int)
    scores = rng.permutation(n) / n + rng.random() / (4 * n) if not levels else rng.permutation(np.arange(n) % levels) / levels
    return labels, scores + 0.25

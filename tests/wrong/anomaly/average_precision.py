"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.anomaly.reference import average_precision as right


def takes_the_highest_precision_to_the_right(labels, scores):
    labels = np.asarray(labels)[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(labels) / np.arange(1, len(labels) + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float((labels * best).sum() / labels.sum())


def reads_eleven_points(labels, scores):
    labels = np.asarray(labels)[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(labels) / np.arange(1, len(labels) + 1)
    recall = np.cumsum(labels) / labels.sum()
    return float(np.mean([precision[recall >= level].max() for level in np.linspace(0, 1, 11)]))


def takes_the_best_f1(labels, scores):
    labels = np.asarray(labels)[np.argsort(-scores, kind="stable")]
    found = np.cumsum(labels)
    return float((2 * found / (np.arange(1, len(labels) + 1) + labels.sum())).max())


def lets_anomalies_win_ties(labels, scores):
    return right(labels, scores + 1e-6 * labels)


def looks_at_the_first_ten(labels, scores):
    labels = np.asarray(labels)[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(labels) / np.arange(1, len(labels) + 1)
    return float((labels * precision)[:3].sum() / max(labels[:3].sum(), 1))


def ranks_by_size(labels, scores):
    return right(labels, np.abs(scores))

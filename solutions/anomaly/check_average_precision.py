"""Checks of `average_precision`, and the mistakes they recognise (as scikit-learn defines it: no interpolation)."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.anomaly._beats import ranked
from solutions.anomaly.reference import average_precision as reference

name = "average_precision"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_number(average_precision, rng):
    """returns one float"""
    args = ranked(rng)
    expect_contract("average", average_precision(*args), reference(*args))


@check(points=2, public=True)
def follows_the_table(average_precision, rng):
    """is the sum over the ranking of precision times the step of recall"""
    expect_answer(average_precision, reference, np.array([0, 1, 0, 0, 1, 0]), np.array([0.3, 0.9, 0.1, 0.7, 0.5, 0.2]))
    expect_answer(average_precision, reference, *ranked(rng, 9, 3))


@check(points=1)
def depends_on_order_alone(average_precision, rng):
    """only the order of the scores counts, not their size, nor the order in which the beats come"""
    labels, scores = ranked(rng, 15, 5)
    order = rng.permutation(15)
    for others in ((labels, 10 * scores - 40), (labels, scores**3), (labels[order], scores[order])):
        expect_close("average", average_precision(*others), reference(labels, scores))
    expect_steady(average_precision, reference, (labels, scores), ranked(rng, 8, 2))


@check(points=1)
def finds_ties_together(average_precision, rng):
    """beats with the same score are found together: their order does not count"""
    for n, anomalous, levels in ((12, 4, 3), (20, 7, 5), (9, 3, 1)):
        labels, scores = ranked(rng, n, anomalous, levels)
        for rows in (np.argsort(labels, kind="stable"), np.argsort(-labels, kind="stable")):
            expect_answer(average_precision, reference, labels[rows], scores[rows])


@check(points=1)
def takes_any_size(average_precision, rng):
    """works for one anomaly, for hundreds of beats, and where all of them are anomalous"""
    for n, anomalous in ((7, 1), (400, 60), (5, 5), (2, 1)):
        expect_answer(average_precision, reference, *ranked(rng, n, anomalous))


# ------------------------------------------------------------------------------------------------ mistakes


def _ranking(labels, scores):
    """Labels by falling score, and how many anomalies have been found after each; ties in the order in which they come."""
    ordered = np.asarray(labels)[np.argsort(-np.asarray(scores, dtype=float), kind="stable")]
    return ordered, np.cumsum(ordered)


def _weighted(ordered, precision):
    return float((ordered * precision).sum() / ordered.sum())


def sorts_the_wrong_way(labels, scores):
    """You go from the lowest score up; the most suspicious beat, the highest score, comes first."""
    return reference(labels, -np.asarray(scores, dtype=float))


def takes_labels_as_they_come(labels, scores):
    """You do not sort: go through the beats by falling score."""
    labels = np.asarray(labels)
    return _weighted(labels, np.cumsum(labels) / np.arange(1, len(labels) + 1))


def breaks_ties_by_position(labels, scores):
    """Beats with the same score count one after another, so their order matters: they are found together, in one step."""
    ordered, found = _ranking(labels, scores)
    return _weighted(ordered, found / np.arange(1, len(ordered) + 1))


def draws_straight_lines(labels, scores):
    """You take the area under straight lines (trapezoids), which flatters: a step of recall counts with the precision at its end."""
    ordered, found = _ranking(labels, scores)
    precision = np.append(1.0, found / np.arange(1, len(ordered) + 1))
    recall = np.append(0.0, found / found[-1])
    return float((np.diff(recall) * (precision[1:] + precision[:-1]) / 2).sum())


def averages_every_precision(labels, scores):
    """You average the precision over all ranks; only ranks where recall goes up count, those of anomalies."""
    ordered, found = _ranking(labels, scores)
    return float((found / np.arange(1, len(ordered) + 1)).mean())


def divides_by_all_beats(labels, scores):
    """You divide by the number of beats; recall is divided by the number of anomalies."""
    return reference(labels, scores) * float(np.mean(labels))


def forgets_to_divide(labels, scores):
    """You add up the precisions at the anomalies and do not divide by their number."""
    return reference(labels, scores) * float(np.sum(labels))


def counts_one_too_many(labels, scores):
    """You divide by one beat too many: after the first beat, 1 has been looked at."""
    ordered, found = _ranking(labels, scores)
    return _weighted(ordered, found / np.arange(2, len(ordered) + 2))


def finds_normal_beats(labels, scores):
    """You count normal beats as found; the anomalies, label 1, are to be found."""
    ordered, _ = _ranking(1 - np.asarray(labels), scores)
    return _weighted(ordered, np.cumsum(ordered) / np.arange(1, len(ordered) + 1)) if ordered.any() else 0.0


def takes_the_precision_of_the_best(labels, scores):
    """You take the precision among as many beats as there are anomalies: one point of the curve; all its steps count."""
    _, found = _ranking(labels, scores)
    return float(found[found[-1] - 1] / found[-1])


def takes_the_roc_area(labels, scores):
    """You computed the area under the ROC curve, which hardly feels false alarms where anomalies are rare: precision feels each."""
    labels, scores = np.asarray(labels), np.asarray(scores, dtype=float)
    high, low = scores[labels == 1][:, None], scores[labels == 0][None]
    return float(((high > low) + (high == low) / 2).mean()) if low.size else 0.0


def counts_right_answers(labels, scores):
    """You computed an accuracy, at some threshold; where anomalies are rare, saying "normal" always is accurate, and finds nothing."""
    return float(((np.asarray(scores) > np.mean(scores)) == (np.asarray(labels) == 1)).mean())

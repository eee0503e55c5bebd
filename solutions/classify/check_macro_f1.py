"""Checks of `macro_f1`, and the mistakes they recognise: every class counts the same, also a rare one."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_steady
from solutions.classify.reference import macro_f1 as reference

name = "macro_f1"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_number(macro_f1, rng):
    """returns one float"""
    args = *_answers(rng, 30, 4), 4
    expect_contract("score", macro_f1(*args), reference(*args))


@check(points=2, public=True)
def averages_over_classes(macro_f1, rng):
    """is the mean of the classes' F1, each class counting the same"""
    expect_answer(macro_f1, reference, *_answers(rng, 40, 3), 3)
    expect_answer(macro_f1, reference, np.array([0, 0, 0, 0, 1, 2]), np.array([0, 0, 0, 1, 1, 1]), 3)


@check(points=1)
def counts_a_class_without_hits(macro_f1):
    """a class that nobody predicted, or that never occurs, counts as 0, and nothing is nan"""
    y = np.array([0, 0, 1, 2, 2, 2, 0, 1])
    expect_answer(macro_f1, reference, y, np.array([0, 0, 0, 2, 2, 0, 0, 2]), 3)  # class 1 is never predicted
    expect_answer(macro_f1, reference, y, np.array([0, 3, 1, 2, 2, 1, 0, 1]), 4)  # class 3 never occurs
    expect_answer(macro_f1, reference, y, np.array([0, 1, 1, 2, 2, 2, 0, 0]), 5)  # classes 3 and 4: neither


@check(points=1)
def takes_any_classes(macro_f1, rng):
    """works for two classes and for many, for a rare class, and leaves its arguments as they were"""
    rare = np.arange(90) % 30 == 7
    expect_answer(macro_f1, reference, rare.astype(int), np.roll(rare, 30).astype(int) | (np.arange(90) == 3), 2)
    for n, classes in ((50, 2), (400, 11)):
        expect_answer(macro_f1, reference, *_answers(rng, n, classes), classes)
    expect_steady(macro_f1, reference, (*_answers(rng, 30, 4), 4), (*_answers(rng, 30, 4), 4))


def _answers(rng, n, classes):
    """Truth and answers of n samples: classes of different size, every class there, two in three right."""
    y = rng.permutation(np.concatenate([np.arange(classes), np.minimum(rng.integers(0, classes + 2, n - classes), classes - 1)]))
    wrong = rng.uniform(size=n) < 0.33
    return y, np.where(wrong, (y + rng.integers(1, classes, n)) * (rng.uniform(size=n) < 0.8) % classes, y)


# ------------------------------------------------------------------------------------------------ mistakes


def _counts(y, predicted, n_classes):
    classes = np.arange(n_classes)[:, None]
    hits = ((y == classes) & (predicted == classes)).sum(axis=1)
    return hits, (y == classes).sum(axis=1), (predicted == classes).sum(axis=1)


def _share(a, b):
    return a / np.maximum(b, 1)


def _present(y, predicted, n_classes):
    _, there, said = _counts(y, predicted, n_classes)
    return (there + said) > 0


def _each(y, predicted, n_classes):
    hits, there, said = _counts(y, predicted, n_classes)
    return _share(2 * hits, there + said)


def is_the_accuracy(y, predicted, n_classes):
    """That is the accuracy (micro F1 is the same): common classes drown rare ones. Take each class's F1, then their mean."""
    return float(np.mean(np.asarray(y) == predicted))


def averages_recalls(y, predicted, n_classes):
    """You average recalls: what share of a class was found. F1 also asks how often a class was called wrongly."""
    hits, there, _ = _counts(y, predicted, n_classes)
    return float(_share(hits, there).mean())


def averages_precisions(y, predicted, n_classes):
    """You average precisions: how often a class was called rightly. F1 also asks what share of the class was found."""
    hits, _, said = _counts(y, predicted, n_classes)
    return float(_share(hits, said).mean())


def weighs_by_size(y, predicted, n_classes):
    """You weigh classes by how often they occur; in a macro average each counts the same."""
    _, there, _ = _counts(y, predicted, n_classes)
    return float((_each(y, predicted, n_classes) * there).sum() / len(y))


def averages_before_f1(y, predicted, n_classes):
    """You average precision and recall first and take one F1 of that; take F1 per class, then the mean."""
    hits, there, said = _counts(y, predicted, n_classes)
    precision, recall = _share(hits, said).mean(), _share(hits, there).mean()
    return float(2 * precision * recall / (precision + recall))


def averages_precision_and_recall(y, predicted, n_classes):
    """F1 is the harmonic mean of precision and recall, 2PR / (P + R), not (P + R) / 2."""
    hits, there, said = _counts(y, predicted, n_classes)
    return float(((_share(hits, said) + _share(hits, there)) / 2).mean())


def forgets_the_two(y, predicted, n_classes):
    """Your score is half of what it should be: F1 is 2PR / (P + R), or 2 hits / (2 hits + misses + false alarms)."""
    return float(_each(y, predicted, n_classes).mean() / 2)


def leaves_out_what_does_not_occur(y, predicted, n_classes):
    """You leave out classes that do not occur in y; all n_classes count, with 0 where there was no hit."""
    occur = _counts(y, predicted, n_classes)[1] > 0
    return float(_each(y, predicted, n_classes)[occur].mean())


def leaves_out_empty_classes(y, predicted, n_classes):
    """You leave out classes that neither occur nor are predicted; they count as 0."""
    return float(_each(y, predicted, n_classes)[_present(y, predicted, n_classes)].mean())


def counts_an_empty_class_as_perfect(y, predicted, n_classes):
    """A class without a single hit counts as 0, also if it neither occurs nor is predicted; you count it as 1."""
    return float(np.where(_present(y, predicted, n_classes), _each(y, predicted, n_classes), 1.0).mean())


def divides_by_zero(y, predicted, n_classes):
    """You divide 0 by 0 where a class is never predicted (or never occurs): nan. Such a class counts as 0."""
    hits, there, said = _counts(y, predicted, n_classes)
    with np.errstate(all="ignore"):
        precision, recall = hits / said, hits / there
        return float((2 * precision * recall / (precision + recall)).mean())


def returns_one_per_class(y, predicted, n_classes):
    """You return one F1 per class; their mean is wanted, one number."""
    return _each(y, predicted, n_classes)

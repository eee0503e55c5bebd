"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.classify.reference import split_by_subject as right


def shuffles_samples(subjects, validation):
    _, val = right(subjects, validation)
    val = np.random.default_rng(0).permutation(val)
    return ~val, val


def holds_nobody_out(subjects, validation):
    return np.ones(len(subjects), dtype=bool), np.zeros(len(subjects), dtype=bool)


def returns_the_subjects(subjects, validation):
    train, val = right(subjects, validation)
    return subjects[train], subjects[val]


def returns_whole_numbers(subjects, validation):
    train, val = right(subjects, validation)
    return train.astype(int), val.astype(int)


def wants_subjects_from_zero(subjects, validation):
    table = np.zeros(50, dtype=bool)
    table[[one for one in validation if one < 50]] = True
    val = table[np.minimum(subjects, 49)]
    return ~val, val


def sorts_first(subjects, validation):
    return right(np.sort(subjects), validation)

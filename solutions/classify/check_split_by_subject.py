"""Checks of `split_by_subject`, and the mistakes they recognise: nobody is in two parts, no sample is lost."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_contract, expect_steady
from solutions.classify.reference import split_by_subject as reference

name = "split_by_subject"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_two_masks(split_by_subject, rng):
    """returns two masks, True or False for every sample"""
    args = _people(rng, 12, 4), [1]
    expect_contract(("train", "val"), split_by_subject(*args), reference(*args))


@check(points=1, public=True)
def keeps_subjects_together(split_by_subject, rng):
    """all samples of a validation subject are in the second mask, all others in the first"""
    expect_answer(split_by_subject, reference, _people(rng, 14, 5), [3, 1])


@check(points=1)
def takes_any_subjects(split_by_subject, rng):
    """works for one subject and for many, for numbers far apart, and where a subject to validate on has no sample"""
    for numbers, validation in (([70, 2, 9000], [9000]), (range(2, 40), [5, 30, 4, 17]), ([3, 8, 5], [8, 44, 3])):
        subjects = rng.permutation(np.repeat(list(numbers), 3))
        train, val = split_by_subject(subjects, validation)
        expect_contract(("train", "val"), (train, val), reference(subjects, validation))
        both = set(subjects[train].tolist()) & set(subjects[val].tolist())
        expect(not both, "val", "a subject is in both parts: the network has seen this person before")
        expect_answer(split_by_subject, reference, subjects, validation)


@check(points=1)
def keeps_to_its_arguments(split_by_subject, rng):
    """leaves subjects as it was, and remembers nothing from call to call"""
    expect_steady(split_by_subject, reference, (_people(rng, 11, 4), [2]), (_people(rng, 11, 4), [0, 3]))


def _people(rng, n, subjects):
    """Subjects of n samples, each subject there, in no order, the first and last sample of different ones."""
    people = rng.permutation(np.concatenate([np.arange(subjects), rng.integers(0, subjects, n - subjects)]))
    people[-1] = (people[0] + 1) % subjects
    return people


# ------------------------------------------------------------------------------------------------ mistakes


def swaps_the_masks(subjects, validation):
    """Your masks are the wrong way round: train comes first, and val holds the subjects in `validation`."""
    return reference(subjects, validation)[::-1]


def splits_by_sample(subjects, validation):
    """You cut the samples, not the subjects: then the same people are in both parts, and the network knows them already."""
    _, val = reference(subjects, validation)
    last = np.arange(len(subjects)) >= len(subjects) - val.sum()
    return ~last, last


def takes_one_sample_of_each(subjects, validation):
    """You hold out one sample per subject; hold out all of them, or the network has met this person."""
    val = np.zeros(len(subjects), dtype=bool)
    val[[np.flatnonzero(subjects == one)[0] for one in validation if one in subjects]] = True
    return ~val, val


def reads_subjects_as_places(subjects, validation):
    """You use the numbers in `validation` as places in the array; they are names of subjects: compare with `subjects`."""
    val = np.zeros(len(subjects), dtype=bool)
    val[[one for one in validation if one < len(subjects)]] = True
    return ~val, val


def holds_out_the_first_only(subjects, validation):
    """Only the first subject in `validation` is held out; hold out all of them: np.isin compares with a whole list."""
    return reference(subjects, validation[:1])


def holds_out_the_last_only(subjects, validation):
    """Only the last subject in `validation` is held out: does your loop overwrite the mask? Combine with |."""
    return reference(subjects, validation[-1:])


def trains_on_everything(subjects, validation):
    """Your training mask holds the validation subjects, too: what you measure then is memory."""
    train, val = reference(subjects, validation)
    return train | val, val


def returns_places(subjects, validation):
    """You return places in the array; masks are wanted: True or False for every sample."""
    train, val = reference(subjects, validation)
    return np.flatnonzero(train), np.flatnonzero(val)

"""Checks of `training_beats`, and the mistakes they recognise: what normal is, is learned from normal beats of other patients."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_contract, expect_steady
from solutions.anomaly._beats import records
from solutions.anomaly.reference import training_beats as reference

name = "training_beats"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
NAMES = ("train", "val", "val_labels")


def _args(rng, validation=(24, 21), **sizes):
    return *records(rng, **sizes), np.array(validation)


@check(points=1, public=True)
def returns_three_arrays(training_beats, rng):
    """returns train and val with as many samples per beat as they had, and one label for each beat of val"""
    args = _args(rng)
    expect_contract(NAMES, training_beats(*args), reference(*args))


@check(points=1, public=True)
def parts_patients_and_drops_anomalies(training_beats, rng):
    """train holds the normal beats of all other patients, val all beats of the validation patients, both in their order"""
    expect_answer(training_beats, reference, *_args(rng, people=5, length=3))


@check(points=1)
def keeps_patients_apart(training_beats, rng):
    """no patient has beats in both parts, and each patient's beats stay whole"""
    beats, labels, patients, validation = _args(rng, people=7)
    beats[:, 0] = patients  # a beat that says whose it is
    train, val, _ = training_beats(beats, labels, patients, validation)
    expect(not set(np.asarray(train)[:, 0]) & set(np.asarray(val)[:, 0]), "train", "a patient has beats in train and in val")
    expect_answer(training_beats, reference, beats, labels, patients, validation)


@check(points=2)
def takes_any_size(training_beats, rng):
    """works for one validation patient and for many, for other numbers of beats, and remembers nothing from call to call"""
    many = {"people": 9, "each": 5, "length": 2}
    for validation, sizes in (((22,), {}), ((25, 20, 23, 28), many), ((20, 21), {"people": 3, "length": 7})):
        expect_answer(training_beats, reference, *_args(rng, validation, **sizes))
    expect_steady(training_beats, reference, _args(rng), _args(rng))


# ------------------------------------------------------------------------------------------------ mistakes


def _split(beats, labels, held_out, wanted):
    return beats[wanted], beats[held_out], labels[held_out]


def trains_on_anomalies_too(beats, labels, patients, validation_patients):
    """Your train holds anomalous beats, so the network learns to rebuild them as well: keep those with label 0."""
    held_out = np.isin(patients, validation_patients)
    return _split(beats, labels, held_out, ~held_out)


def trains_on_anomalies_only(beats, labels, patients, validation_patients):
    """Your train holds the anomalous beats; what is normal is learned from the normal ones, label 0."""
    held_out = np.isin(patients, validation_patients)
    return _split(beats, labels, held_out, ~held_out & (labels == 1))


def trains_on_validation_patients_too(beats, labels, patients, validation_patients):
    """Your train holds beats of the validation patients, so validation knows them already: leave those patients out."""
    return _split(beats, labels, np.isin(patients, validation_patients), labels == 0)


def splits_by_beat(beats, labels, patients, validation_patients):
    """You cut the table at a row, and a patient has beats on both sides of the cut: split by patient, with np.isin."""
    held_out = np.arange(len(beats)) >= len(beats) - np.isin(patients, validation_patients).sum()
    return _split(beats, labels, held_out, ~held_out & (labels == 0))


def swaps_the_parts(beats, labels, patients, validation_patients):
    """You train on the validation patients and validate on the others: it is the other way round."""
    held_out = ~np.isin(patients, validation_patients)
    return _split(beats, labels, held_out, ~held_out & (labels == 0))


def validates_on_normal_beats_only(beats, labels, patients, validation_patients):
    """Your val holds normal beats only: without anomalies nobody can tell whether they are found. Keep all of them there."""
    held_out = np.isin(patients, validation_patients)
    return _split(beats, labels, held_out & (labels == 0), ~held_out & (labels == 0))


def validates_on_everybody(beats, labels, patients, validation_patients):
    """Your val holds the beats of all patients; it holds those of the validation patients."""
    held_out = np.isin(patients, validation_patients)
    return _split(beats, labels, np.ones_like(held_out), ~held_out & (labels == 0))


def knows_the_first_patient_only(beats, labels, patients, validation_patients):
    """You compare with the first validation patient only; there may be many: np.isin(patients, validation_patients)."""
    held_out = patients == validation_patients[0]
    return _split(beats, labels, held_out, ~held_out & (labels == 0))


def returns_the_labels_of_train(beats, labels, patients, validation_patients):
    """The labels you return are those of train, all 0; the labels of val are wanted."""
    train, val, _ = reference(beats, labels, patients, validation_patients)
    return train, val, np.zeros(len(train), dtype=int)


def forgets_the_labels(beats, labels, patients, validation_patients):
    """You return two parts; the labels of val are missing."""
    return reference(beats, labels, patients, validation_patients)[:2]


def turns_the_labels_round(beats, labels, patients, validation_patients):
    """Your labels are turned round: 1 is an anomaly, as in what you got."""
    train, val, val_labels = reference(beats, labels, patients, validation_patients)
    return train, val, 1 - val_labels


def returns_val_first(beats, labels, patients, validation_patients):
    """You return val before train; train comes first."""
    train, val, val_labels = reference(beats, labels, patients, validation_patients)
    return val, train, val_labels

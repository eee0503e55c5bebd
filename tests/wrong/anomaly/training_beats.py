"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.anomaly.reference import training_beats as right


def trains_on_half_of_the_normal_beats(beats, labels, patients, validation_patients):
    train, val, val_labels = right(beats, labels, patients, validation_patients)
    return train[::2], val, val_labels


def sorts_by_patient(beats, labels, patients, validation_patients):
    order = np.argsort(patients, kind="stable")
    return right(beats[order], labels[order], patients[order], validation_patients)


def shuffles_labels_apart(beats, labels, patients, validation_patients):
    train, val, val_labels = right(beats, labels, patients, validation_patients)
    return train, val, np.sort(val_labels)


def takes_patients_between(beats, labels, patients, validation_patients):
    judged = (patients >= validation_patients.min()) & (patients <= validation_patients.max())
    return beats[~judged & (labels == 0)], beats[judged], labels[judged]


def drops_patients_with_an_anomaly(beats, labels, patients, validation_patients):
    judged, ill = np.isin(patients, validation_patients), np.isin(patients, patients[labels == 1][:1])
    return beats[~judged & ~ill & (labels == 0)], beats[judged], labels[judged]


def marks_the_parts(beats, labels, patients, validation_patients):
    judged = np.isin(patients, validation_patients)
    return ~judged & (labels == 0), judged, labels[judged]

"""What students of `anomaly` get, hand in, and are scored on."""

import numpy as np

from autograder.training.form import Form
from datasets import heartbeats

POINTS = 20
METRIC = "average precision"
BETTER = "higher"
PUBLIC_SEED = 2003
ANOMALOUS = 0.2  # share of beats
PATIENTS, BEATS = 300, 18  # beats of each of them
VALIDATION = 75  # patients: the last ones
HIDDEN, HIDDEN_BEATS = 300, 9  # other patients: many, so that one set is about as hard as another
KNOWN = heartbeats.KINDS[1:5]  # of the others students get no example, so that a classifier of known kinds is not enough


def given() -> dict[str, np.ndarray]:
    """The same for everybody: beats, what they are, whose they are; and which patients are to validate on."""
    made = heartbeats.make(PUBLIC_SEED, PATIENTS, BEATS, ANOMALOUS, KNOWN)
    return made | {"validation_patients": np.arange(PATIENTS - VALIDATION, PATIENTS, dtype=np.uint16)}


def hidden(seed: int) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Beats of other patients, in no order, with anomalies of all kinds; the labels are their kinds."""
    made = heartbeats.make(seed, HIDDEN, HIDDEN_BEATS, ANOMALOUS)
    order = np.random.default_rng([seed, 1]).permutation(len(made["beats"]))
    return {"hidden_beats": made["beats"][order]}, {"kinds": made["kinds"][order]}


def forms(inputs: dict[str, np.ndarray]) -> dict[str, Form]:
    """One number for each hidden beat: the higher, the more suspicious."""
    return {"suspicion": Form((len(inputs["hidden_beats"]),))}


def score(predictions: dict[str, np.ndarray], labels: dict[str, np.ndarray], inputs: dict[str, np.ndarray]) -> float:
    """Average precision, as scikit-learn defines it: beats of equal suspicion are found together."""
    suspicion, anomalous = predictions["suspicion"].astype(float), labels["kinds"] > 0
    order = np.argsort(-suspicion, kind="stable")
    last = np.append(suspicion[order][1:] != suspicion[order][:-1], True)  # of those with the same suspicion
    found = np.cumsum(anomalous[order])[last]
    asked = np.flatnonzero(last) + 1
    return float((np.diff(found, prepend=0) * found / asked).sum() / max(anomalous.sum(), 1))

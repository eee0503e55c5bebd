"""What students of `tag` get, hand in, and are scored on."""

import numpy as np

from autograder.training.task import Form
from datasets import entities
from solutions.tag._spans import counts, f1

POINTS = 20
METRIC = "entity F1"
BETTER = "higher"
TRAIN_SEED, VALIDATION_SEED = 17, 18  # anybody may know them: the hidden sentences come from another seed and other templates
SIZES = {"train": 8000, "validation": 600, "hidden": 1000}


def given() -> dict[str, np.ndarray]:
    """Sentences, one text each, and their tags, shape (n, 20), 0 after a sentence's end."""
    texts, tags = entities.sentences(SIZES["train"], TRAIN_SEED, "train")
    val_texts, val_tags = entities.sentences(SIZES["validation"], VALIDATION_SEED, "validation")
    return {"train_sentences": texts, "train_tags": tags, "val_sentences": val_texts, "val_tags": val_tags}


def hidden(seed: int) -> tuple[dict, dict]:
    """Sentences from templates and with names that are in no other part; and their tags."""
    texts, tags = entities.sentences(SIZES["hidden"], seed, "hidden")
    return {"hidden_sentences": texts}, {"hidden_tags": tags}


def forms(inputs: dict) -> dict[str, Form]:
    """One number from 0 to 6 for every word; what stands after a sentence's end does not count."""
    return {"tags": Form((len(inputs["hidden_sentences"]), entities.LENGTH), "int", low=0, high=len(entities.TAGS) - 1)}


def score(predictions: dict, labels: dict, inputs: dict) -> float:
    """F1 over the entities of all hidden sentences together: start, end and type must be right."""
    lengths = [len(text.split()) for text in inputs["hidden_sentences"].tolist()]
    return f1(*counts(labels["hidden_tags"], predictions["tags"], lengths))

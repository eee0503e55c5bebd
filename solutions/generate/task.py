"""What students of `generate` get, hand in, and are scored on."""

import numpy as np

from autograder.training.task import Form
from datasets import corpus

POINTS = 20
METRIC = "bits per character"
BETTER = "lower"
LEAST = 1e-6  # the probability that 0 counts as: one surprise costs 20 bits, not infinitely many


def given() -> dict[str, np.ndarray]:
    """The text to learn from, and the text to compare on."""
    return corpus.public()


def hidden(seed: int) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Contexts from tales that nobody has, and the character after each, as its place in the alphabet."""
    contexts, following = corpus.hidden(seed)
    return {"contexts": contexts}, {"following": np.array([corpus.ALPHABET.index(chr(code)) for code in following])}


def forms(inputs: dict[str, np.ndarray]) -> dict[str, Form]:
    """For each context a probability for each character of the alphabet."""
    return {"probabilities": Form((len(inputs["contexts"]), len(corpus.ALPHABET)), low=0, high=1, sums_to_one=True)}


def score(predictions: dict[str, np.ndarray], labels: dict[str, np.ndarray], inputs: dict[str, np.ndarray]) -> float:
    """Cross-entropy with base 2: how many bits the characters that came were worth, on average."""
    following = labels["following"]
    of_right = predictions["probabilities"][np.arange(len(following)), following]
    return float(-np.log2(np.clip(of_right, LEAST, 1.0)).mean())

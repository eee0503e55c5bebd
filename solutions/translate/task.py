"""What students of `translate` get, hand in, and are scored on."""

from functools import cache

import numpy as np

from autograder.training.form import Form
from datasets.pairs import END, PAD, SOURCE_LENGTH, SPECIAL, TARGET_LENGTH, Sentence, pairs
from datasets.summaries import REPORT_LENGTH, SUMMARY_LENGTH, reports
from solutions.translate.reference import quality

POINTS = 20
METRIC = "mean of exact matches and BLEU"
BETTER = "higher"
TRAIN, VALIDATION, HIDDEN = 6000, 400, 600  # pairs
REPORTS, MORE_REPORTS = 3000, 300  # to train and to validate on; they are not graded
Pairs = list[tuple[Sentence, Sentence]]


def given() -> dict[str, np.ndarray]:
    """Training and validation pairs as ids, both vocabularies, and which validation sentences are built in a new way."""
    train, validation = _public()
    words = _vocabularies(train)
    x, y = _ids(train, words)
    x_validation, y_validation = _ids(validation, words)
    return {"english_words": np.array(words[0]), "halvic_words": np.array(words[1]), "train_english": x, "train_halvic": y,
            "validation_english": x_validation, "validation_halvic": y_validation,
            "validation_new": np.arange(len(validation)) % 2 == 1} | _reports()


def hidden(seed: int) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """English sentences that nobody has seen, and their translations."""
    train, validation = _public()
    known = frozenset(english for english, _ in train + validation)
    x, y = _ids(pairs(HIDDEN, seed, "hidden", known), _vocabularies(train))
    return {"hidden_english": x}, {"hidden_halvic": y}


def forms(inputs: dict[str, np.ndarray]) -> dict[str, Form]:
    """Ids of Halvic words, 0 after the end token."""
    words = len(_vocabularies(_public()[0])[1])
    return {"translation": Form((len(inputs["hidden_english"]), TARGET_LENGTH), "int", low=0, high=words - 1)}


def score(predictions: dict[str, np.ndarray], labels: dict[str, np.ndarray], inputs: dict[str, np.ndarray]) -> float:
    """Half the share of sentences that are right to the last word, half BLEU-4 over all of them."""
    return quality(labels["hidden_halvic"], predictions["translation"])


@cache
def _public() -> tuple[Pairs, Pairs]:
    train = pairs(TRAIN, seed=20211115)
    return train, pairs(VALIDATION, 20211116, "validation", frozenset(english for english, _ in train))


def _reports() -> dict[str, np.ndarray]:
    """Reports and their summaries, as ids of one vocabulary for both."""
    train = reports(REPORTS, 20211117)
    validation = reports(MORE_REPORTS, 20211118, frozenset(report for report, _ in train))
    words = [*SPECIAL, *sorted({word for pair in train + validation for side in pair for word in side})]
    found = {"report_words": np.array(words)}
    for part, some in (("train", train), ("validation", validation)):
        found[f"{part}_reports"], found[f"{part}_summaries"] = _ids(some, (words, words), (REPORT_LENGTH, SUMMARY_LENGTH))
    return found


def _vocabularies(train: Pairs) -> tuple[list[str], list[str]]:
    english, halvic = ({word for pair in train for word in pair[side]} for side in (0, 1))
    return [*SPECIAL, *sorted(english)], [*SPECIAL, *sorted(halvic)]


def _ids(found: Pairs, words: tuple[list[str], list[str]], lengths: tuple[int, int] = (SOURCE_LENGTH, TARGET_LENGTH),
         ) -> tuple[np.ndarray, np.ndarray]:
    """Both sides as ids, int16, shapes (n, lengths[0]) and (n, lengths[1]); targets end in an end token; padding fills both up."""
    numbers = [{word: number for number, word in enumerate(side)} for side in words]
    sides = [[*map(numbers[0].get, source)] for source, _ in found], [[*map(numbers[1].get, target), END] for _, target in found]
    x, y = (np.array([[*row, *[PAD] * (length - len(row))] for row in side], np.int16) for side, length in zip(sides, lengths, strict=True))
    return x, y

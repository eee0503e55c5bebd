"""Tales of four lands: a text for models that read one character after another, made by a grammar that remembers.

Every tale has a hero with a trade and animals, and later sentences come back to them. What comes back can be known only by who
remembers: the pronoun by the name's ending, the tool by the trade, the closing bracket by the opening one, the verb by its
subject, the second rhyme by the first. Names are made up by rule, most of them for one place alone, and have vowel harmony,
stricter than Finnish and Turkish have it: each land knows one vowel, and a tale stays in its land. So it does not lead far
to count which characters follow which.

`public()` is for everybody; `hidden(seed)` makes tales of a seed that nobody has.
"""

from collections.abc import Callable, Iterator

import numpy as np

from datasets.tales import KINDS, Tale

TRAIN, VALIDATION = 320_000, 48_000  # characters, at least
CONTEXTS, LENGTH = 1600, 64
ALPHABET = '\n !"(),.:ABDGHIKLMNRSTVZ[]abcdefghiklmnopqrstuvwyz{}'
NEAR, FAR = 8, 60  # characters between what is to be remembered and where it is asked for, in half of the contexts
SEED = 20_250_915


def public() -> dict[str, np.ndarray]:
    """What everybody gets, all of it ASCII.

    train, validation: text, (N,), uint8: each tale ends in a line feed.
    validation_kind: (N,), int8: what memory is asked for at this character, an index of `kinds`, or -1: nothing.
    validation_distance: (N,), int16: how many characters ago it was told, 0: nothing is asked for.
    kinds: names of what is remembered. alphabet: (V,), <U1, all characters that tales have, sorted.
    """
    pick = picker(SEED)
    train, validation = list(tales(pick, TRAIN)), list(tales(pick, VALIDATION))
    kind, distance = _asks(validation)
    text = [_bytes("".join(tale.text for tale in part)) for part in (train, validation)]
    return {"train": text[0], "validation": text[1], "validation_kind": kind, "validation_distance": distance,
            "kinds": np.array(KINDS), "alphabet": np.array(list(ALPHABET))}


def hidden(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Contexts of LENGTH characters, one of each tale, and the character that comes next.

    Every other context ends where memory is asked for of something NEAR to FAR characters ago, the others end anywhere.
    Returns (contexts, (CONTEXTS, LENGTH), uint8; next characters, (CONTEXTS,), uint8).
    """
    pick, contexts, labels = picker(seed), [], []
    while len(labels) < CONTEXTS:
        tale = Tale(pick)
        ends = range(LENGTH, len(tale.text))
        if len(labels) % 2:
            ends = [end for end in ends if NEAR <= tale.asks.get(end, ("", 0))[1] <= FAR]
        if ends:
            end = ends[pick(len(ends))]
            contexts.append(_bytes(tale.text[end - LENGTH : end]))
            labels.append(ord(tale.text[end]))
    return np.stack(contexts), np.array(labels, dtype=np.uint8)


def tales(pick: Callable[[int], int], characters: int) -> Iterator[Tale]:
    """Tales until there are so many characters, or a few more."""
    told = 0
    while told < characters:
        tale = Tale(pick)
        told += len(tale.text)
        yield tale


def picker(seed: int) -> Callable[[int], int]:
    """A function that draws whole numbers below n, the same ones for the same seed wherever it runs."""
    rng = np.random.Generator(np.random.PCG64(seed))

    def numbers() -> Iterator[float]:
        while True:
            yield from rng.random(1 << 14).tolist()

    drawn = numbers()
    return lambda n: int(next(drawn) * n)


def _asks(told: list[Tale]) -> tuple[np.ndarray, np.ndarray]:
    length = sum(len(tale.text) for tale in told)
    kind, distance, start = np.full(length, -1, np.int8), np.zeros(length, np.int16), 0
    for tale in told:
        for place, (what, ago) in tale.asks.items():
            kind[start + place], distance[start + place] = KINDS.index(what), ago
        start += len(tale.text)
    return kind, distance


def _bytes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("ascii"), dtype=np.uint8)

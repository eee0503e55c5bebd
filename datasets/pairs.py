"""Sentence pairs, English and Halvic (`datasets/halvic.py`): made by a grammar that says each meaning in both languages. CC0.

    pairs(6000, seed=0)       "yesterday the old farmer gave the red boat back" - "nelu lo brane osos ret lo dule saros na fima"

Most sentences have 6 to 14 words. What students train on never holds some constructions, and never some adjectives beside
some nouns; what they are validated on holds a few of these, and what is hidden others, so that a table of phrases is not enough.
Why such a language: Lake and Baroni, "Generalization without Systematicity" (2018), and Sutskever, Vinyals and Le (2014) for
sequence to sequence.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np

from datasets import halvic
from datasets.halvic import ADJECTIVES, LOOKS, MOODS, NOUNS, VERBS

PAD, START, END = 0, 1, 2
SPECIAL = ("<pad>", "<start>", "<end>")
SOURCE_LENGTH, TARGET_LENGTH = 14, 17  # words; the target's end token included
SHORTEST = 6
Sentence = tuple[str, ...]

_moods, _looks, _qualities = ADJECTIVES[: len(MOODS)], ADJECTIVES[len(MOODS) : len(MOODS + LOOKS)], ADJECTIVES[len(MOODS + LOOKS) :]
ATTRIBUTES = {"person": _moods + _looks, "thing": _looks + _qualities, "place": _looks + _qualities}


def pairs(count: int, seed: int, part: str = "train", without: frozenset[Sentence] = frozenset()) -> list[tuple[Sentence, Sentence]]:
    """So many different pairs of sentences; part: "train", "validation" or "hidden"; without: English sentences not to be used.

    Half of what is not for training has what training never shows: see `novelty`.
    """
    draw, found = Draw(np.random.default_rng(seed)), dict[Sentence, Sentence]()
    while len(found) < count:
        wanted = part if part != "train" and len(found) % 2 else "train"
        meaning = _meaning(draw)
        if novelty(meaning) != wanted:
            continue
        english, said = map(tuple, halvic.said(meaning))
        if SHORTEST <= len(english) <= SOURCE_LENGTH and len(said) < TARGET_LENGTH and english not in without:
            found.setdefault(english, said)
    return list(found.items())


def novelty(meaning: dict[str, Any]) -> str:
    """Where a meaning may be used: "train" (everywhere), "validation", "hidden", or "nowhere"."""
    kinds = {_adjective_beside_noun(meaning[name]) for name in ("subject", "object", "receiver", "place") if meaning[name]}
    kinds |= {kind for kind, has in CONSTRUCTIONS if has(meaning)}
    kinds.discard("train")
    return kinds.pop() if len(kinds) == 1 else "nowhere" if kinds else "train"


def _adjective_beside_noun(part: dict[str, Any]) -> str:
    if part["adjective"] is None:
        return "train"
    return {0: "validation", 1: "hidden", 2: "hidden"}.get((part["adjective"]["number"] + 3 * part["noun"]["number"]) % 12, "train")


CONSTRUCTIONS: list[tuple[str, Callable[[dict[str, Any]], Any]]] = [
    ("validation", lambda m: m["asked"] and m["receiver"]),
    ("validation", lambda m: m["negated"] and m["reason"] and m["reason"][0] == "subject"),
    ("hidden", lambda m: m["asked"] and m["verb"]["kind"] == "splits"),
    ("hidden", lambda m: m["negated"] and m["receiver"]),
    ("hidden", lambda m: m["mood"] and m["verb"]["kind"] == "splits"),
    ("hidden", lambda m: m["reason"] and m["place"]),
    ("hidden", lambda m: m["subject"]["article"] in halvic.NUMBERS and m["tense"] == 2),
]


class Draw:
    """Chance, from one generator's uniform numbers, so that the same seed gives the same sentences on any machine."""

    def __init__(self, rng: np.random.Generator):
        self._numbers = self._endless(rng)

    @staticmethod
    def _endless(rng: np.random.Generator) -> Iterator[float]:
        while True:
            yield from rng.random(10_000).tolist()

    def chance(self, probability: float) -> bool:
        return next(self._numbers) < probability

    def of(self, options: Any) -> Any:
        return options[int(next(self._numbers) * len(options))]

    def phrase(self, kind: str, articles: str, adjective: float) -> dict[str, Any]:
        article = self.of(articles.split())
        plural = article in halvic.NUMBERS or (article == "the" and kind != "place" and self.chance(0.35))
        return {"noun": self.of(_by_kind("nouns", kind)), "number": int(plural), "article": article,
                "adjective": self.of(ATTRIBUTES[kind]) if self.chance(adjective) else None}


@cache
def _by_kind(words: str, kind: str) -> tuple[Any, ...]:
    return tuple(word for word in {"nouns": NOUNS, "verbs": VERBS}[words] if word["kind"] == kind)


def _meaning(draw: Draw) -> dict[str, Any]:
    """A meaning, as `halvic.said` takes it."""
    verb, tense = draw.of(_by_kind("verbs", draw.of(("acts", "acts", "splits", "splits", "gives", "stays")))), draw.of((0, 0, 1, 2))
    subject = draw.phrase("person", "the the the a two three", 0.4)
    thing = draw.phrase("thing", "the the a a two three", 0.5) if verb["kind"] != "stays" else None
    receiver = draw.phrase("person", "the the a", 0.3) if verb["kind"] == "gives" else None
    place = draw.phrase("place", "the the a", 0.4) if verb["kind"] == "stays" or (not receiver and draw.chance(0.3)) else None
    if place:
        place["near"] = int(draw.of((0, 0, 1, 2)))
    more = draw.of(("reason", "reason", "mood", "asked", "time", "time", ""))
    meaning = {"verb": verb, "tense": tense, "subject": subject, "object": thing, "receiver": receiver, "place": place,
               "asked": more == "asked", "negated": draw.chance(0.25),
               "time": draw.of(("first", "last")) if more in ("time", "asked") else "",
               "split": draw.chance(0.6), "to": draw.chance(0.5), "reason": None, "mood": draw.of(_moods) if more == "mood" else None,
               "pronoun": _pronoun(subject["noun"]["english"][0], draw)}
    if more == "reason":
        about = "object" if thing and draw.chance(0.6) else "subject"
        meaning["reason"] = (about, draw.of(_qualities if about == "object" else _moods), tense)
    return meaning


def _pronoun(noun: str, draw: Draw) -> str:
    known = {"man": "he", "boy": "he", "king": "he", "woman": "she", "girl": "she", "queen": "she"}
    return known.get(noun) or draw.of(("he", "she"))

"""Sentences in which persons, companies and times are to be found: made by rules, so that labels are certain and names are new.

A sentence is one text of 8 to 20 words with spaces between them (commas and full stops are words too). Its tags are a row of
LENGTH numbers that count in TAGS, 0 where the sentence has ended. Places, ships, novels and rivers have names as well, of the
same sounds, and are no entities (O); so the name itself rarely tells its kind, and what does may stand far to its left or right.

Training, validation and hidden sentences come from different templates, and their made-up names begin with different sounds.
Source of the task: deck 4's sequence labelling; Tjong Kim Sang and De Meulder, CoNLL-2003 shared task, for BIO tags and the
entity F1. CoNLL-2003's own texts (Reuters) are for research only, so they are neither shipped nor downloaded here; `wnut17`
in `datasets.wnut` loads an open set instead.
"""

from collections.abc import Iterator

import numpy as np

from datasets import _entity_words as words

TAGS = ("O", "B-PER", "I-PER", "B-COM", "I-COM", "B-TIM", "I-TIM")
LENGTH, SHORTEST = 20, 8  # words in the longest and in the shortest sentence
SOUNDS = {  # how made-up names begin
    "train": "B Br D Dr F G Gl H J K Kl L M N P Pl R S St T Tr V W Z".split(),
    "validation": "Bl Dw Fr Gr Kn Mc Pf Sk".split(),
    "hidden": "Cr Fl Kr Qu Sch Sp Tw Vl".split(),
}
VOWELS = "a e i o u ai ou".split()
MIDDLES = "l r n m rd nd lk rt st v b ss".split()
ENDINGS = "a o er in or ek is an um ley ton sen ova etti ard ix".split()
HOW_OFTEN = {"near": 0.15, "before": 0.3, "after": 0.3, "two": 0.25}  # where the deciding word stands


def sentences(n: int, seed: int, part: str) -> tuple[np.ndarray, np.ndarray]:
    """So many sentences of a part ("train", "validation" or "hidden"): texts, shape (n,), and tags, shape (n, LENGTH), int8."""
    maker = _Maker(np.random.default_rng([seed, len(part)]), part)
    texts, tags = [], np.zeros((n, LENGTH), dtype=np.int8)
    while len(texts) < n:
        found = list(maker.sentence())
        if SHORTEST <= len(found) <= LENGTH:
            tags[len(texts), : len(found)] = [TAGS.index(tag) for _, tag in found]
            texts.append(" ".join(word for word, _ in found))
    return np.array(texts), tags


Words = Iterator[tuple[str, str]]  # a word and its tag, one after another


class _Maker:
    """Makes the sentences of one part with one stream of random numbers."""

    def __init__(self, rng: np.random.Generator, part: str) -> None:
        self.rng, self.part, self.frames = rng, part, words.FRAMES[part]

    def pick(self, choices):
        return choices[self.rng.integers(len(choices))]

    def drawn(self, shares: dict[str, float]) -> str:
        """One of the names, so often as its share says; the shares add up to 1."""
        x = self.rng.random()
        for name, share in shares.items():
            x -= share
            if x < 0:
                return name
        return name

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def sentence(self) -> Words:
        """One sentence of any length."""
        where = self.drawn(HOW_OFTEN)
        kinds = self.rng.permutation(words.KINDS)
        frame = self.pick(self.frames[where])
        if frame.startswith(("E1", "THE")) and self.chance(0.35):
            frame = f"{self.pick(words.OPENINGS[self.part])} {frame}"
        if self.chance(0.15):
            frame = f"T {frame}" if self.chance(0.5) else f"{frame} T"
        found = [*self.filled(frame, kinds), (".", "O")]
        for i, (word, tag) in enumerate(found):
            word = "an" if word == "a" and found[i + 1][0][0] in "aeiou" else word
            yield (word[0].upper() + word[1:] if i == 0 else word), tag

    def filled(self, template: str, kinds) -> Words:
        """A template's words, its slots filled."""
        for slot in template.split():
            if slot[:-1] in ("E", "ROLE", "ROLES", "DOES", "WHO", "SHE") and slot[-1] in "12":
                yield from self.about(slot[:-1], kinds[int(slot[-1]) - 1])
            elif slot in ("F", "I"):
                yield from self.filled(self.pick((words.AFTER_A_NOUN if slot == "F" else words.BETWEEN_COMMAS)[self.part]), kinds)
            elif slot == "OTHER":
                yield from self.about("ROLE", self.pick(words.KINDS))  # to see such a noun is not enough
            elif slot in ("THE", "CALLED"):
                yield from self.plain(self.pick(words.A if slot == "THE" else words.CALLED))
            elif slot == "T":
                yield from self.time()
            elif slot == "PLACE":
                yield self.made_up(), "O"
            else:
                yield from self.plain(self.pick(words.COUNTS) if slot == "NUMBER" else slot)

    def about(self, slot: str, kind: str) -> Words:
        """A name (E) of this kind, or words that go with it."""
        if slot == "E":
            tagged = {"PER": "PER", "COM": "COM"}.get(kind)
            for i, word in enumerate(self.name(kind)):
                yield word, f"{'I' if i else 'B'}-{tagged}" if tagged else "O"
            return
        if slot in ("ROLE", "ROLES"):
            role = self.pick(words.ROLES[kind])
            yield (role if slot == "ROLE" else words.PLURALS.get(role, role + "s")), "O"
            return
        yield from self.plain(self.pick({"DOES": words.DOES, "WHO": words.WHO, "SHE": words.SHE}[slot][kind]))

    def plain(self, text: str) -> Words:
        """Words of no entity; YEAR, NUM, SMALL … are numbers and names of the calendar."""
        for word in text.split():
            yield self.calendar(word), "O"

    def time(self) -> Words:
        """A time: "in 1987" is the preposition, no part of it, and the year; so are "on", "at" and "before"."""
        inside = False
        for word in self.pick(words.TIMES).split():
            if not inside and word in ("in", "on", "at", "before", "the"):
                yield word, "O"
            else:
                yield self.calendar(word), "I-TIM" if inside else "B-TIM"
                inside = True

    def calendar(self, word: str) -> str:
        numbers = {"YEAR": (1900, 2025), "DATE": (1, 29), "NUM": (20, 3000)}
        if word in numbers:
            return str(self.rng.integers(*numbers[word]))
        lists = {"DAY": words.DAYS, "MONTH": words.MONTHS, "SEASON": words.SEASONS, "SPAN": words.SPAN, "SMALL": words.SMALL}
        return self.pick(lists[word]) if word in lists else word

    def made_up(self) -> str:
        """A name nobody has heard before."""
        middle = self.pick(MIDDLES) + (self.pick(VOWELS) + self.pick(MIDDLES) if self.chance(0.25) else "")
        return self.pick(SOUNDS[self.part]) + self.pick(VOWELS) + middle + self.pick(ENDINGS)

    def name(self, kind: str) -> list[str]:
        """A name as this kind may have it: each form occurs for more than one kind, if not equally often."""
        form = self.drawn(FORMS[kind])
        single = self.pick(words.DOUBLE) if form == "double" or self.chance(0.2) else self.made_up()
        first = self.pick(words.FIRST)
        return {"made up": [self.made_up()], "double": [single], "first": [first], "full": [first, single],
                "firm": [single, self.pick(words.BUSINESS)], "pair": [single, "&", self.made_up()]}[form]


FORMS = {  # how often a kind's name is made up, an everyday word, a first name, first and last name, a firm's, or X & Y
    "PER": {"made up": 0.5, "double": 0.16, "first": 0.08, "full": 0.26},
    "COM": {"made up": 0.5, "double": 0.16, "first": 0.06, "full": 0.08, "firm": 0.16, "pair": 0.04},
    "THING": {"made up": 0.6, "double": 0.16, "first": 0.12, "full": 0.10, "pair": 0.02},
}

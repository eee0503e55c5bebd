"""The grammar behind `datasets.corpus`: a tale, and where in it one must remember what."""

import re
from collections.abc import Callable

TOOLS = {"miller": "sack", "baker": "tray", "smith": "hammer", "weaver": "loom", "hunter": "bow", "potter": "clay"}
ANIMALS = "goat hen cow pig duck ram".split()
THINGS = "letter ribbon mirror candle boat kettle".split()
ADJECTIVES = "red small tired quiet proud young".split()
RHYMES = [pair.split() for pair in ("night light", "day hay", "rain grain", "moon tune", "sea tree", "gold cold")]
BRACKETS = ["()", "[]", "{}"]
CONSONANTS, VOWELS = "bdgklmnrstvz", "aeio"  # each land has a vowel of its own
PLACES = ["ham", "dal", "wick"]
KINDS = ["land", "gender", "trade", "animal", "verb", "rhyme", "bracket"]

OPENINGS = [
    "{hero} the {trade} lived in {home} with {his} {animal}s.",
    "In {home} {hero} the {trade} fed {his} {animal}s.",
    "{hero} of {home} had a {tool} and some {animal}s.",
]
SENTENCES = [
    "{He} sold {his} {animal}s to {other} for a {tool}.",
    '"My {tool}!" said the {trade} of {place}.',
    "The {thing} <of {other}> {was} {adjective}.",
    "The {thing} that {other} saw {was} {adjective}.",
    "{other} <who had no {tool}> laughed at the {trade}.",
    '{He} sang: "{other}, {rhyme}, and {place}, {echo}."',
    "The {trade} and {his} {animal}s ran to {place}.",
    "{He} showed {other} <from {place}> {his} {tool}.",
    "All {animal}s of {place} followed the {trade}.",
]
CLOSINGS = [
    "So {he} kept {his} {tool} in {home}.",
    "And {he} and {his} {animal}s slept in {home}.",
]


class Tale:
    """One tale; `pick(n)` draws a whole number below n.

    text: the tale. asks: for each place in it where memory is asked for, the kind of it (of KINDS), and how many characters
    ago it was told.
    """

    def __init__(self, pick: Callable[[int], int]):
        self._pick, self._parts, self._length = pick, [], 0
        self._told: dict[str, int] = {}
        self.asks: dict[int, tuple[str, int]] = {}
        self._land, woman = pick(len(VOWELS)), pick(2)
        trade = self._one(list(TOOLS))
        self._made = {"home": self._new_place(), "hero": self._new_person(woman)}
        self._words = {  # what of, the word, and which of its characters tells
            "trade": ("trade", trade, 0), "tool": ("trade", TOOLS[trade], 0),
            "animal": ("animal", self._one(ANIMALS), 0),
            "he": ("gender", ("he", "she")[woman], 0), "He": ("gender", ("He", "She")[woman], 0),
            "his": ("gender", ("his", "her")[woman], 1),
        }
        for choice in (OPENINGS, *[SENTENCES] * (3 + pick(3)), CLOSINGS):
            self._write(self._one(choice) + " ")
        self.text = "".join(self._parts)[:-1] + "\n"

    def _one(self, words: list[str]) -> str:
        return words[self._pick(len(words))]

    def _write(self, template: str) -> None:
        opened: list[str] = []
        for field, bracket, words in re.findall(r"\{(\w+)\}|([<>])|([^{<>]+)", template):
            if bracket == "<":
                opened.append(self._one(BRACKETS))
                self._say(opened[-1][0])
                self._told[f"bracket {len(opened)}"] = self._length
            elif bracket:
                self._recall(f"bracket {len(opened)}", opened.pop()[1])
            elif words:
                self._say(words)
            elif field in self._words:
                self._recall(*self._words[field])
            else:
                getattr(self, f"_{field}")()

    def _say(self, word: str) -> None:
        self._parts.append(word)
        self._length += len(word)

    def _recall(self, what: str, word: str, tells: int = 0) -> None:
        """Say a word; its character number `tells` can be known by who remembers what was told."""
        if what in self._told:
            place = self._length + tells
            self.asks[place] = (what.split()[0], place - self._told[what])
        self._say(word)
        self._told[what] = self._length

    def _home(self) -> None:
        self._recall("land", self._made["home"], 1)

    def _hero(self) -> None:
        self._recall("land", self._made["hero"], 1)
        self._told["gender"] = self._length

    def _place(self) -> None:
        self._recall("land", self._made["home"] if self._pick(4) == 0 else self._new_place(), 1)

    def _other(self) -> None:
        self._recall("land", self._new_person(self._pick(2)), 1)

    def _thing(self) -> None:
        self._many = self._pick(2)
        self._say(self._one(THINGS) + "s" * self._many)
        self._told["verb"] = self._length

    def _was(self) -> None:
        self._recall("verb", ("was", "were")[self._many], 1)

    def _it(self) -> None:
        self._recall("verb", ("it", "them")[self._many])

    def _adjective(self) -> None:
        self._say(self._one(ADJECTIVES))

    def _rhyme(self) -> None:
        self._pair = self._one(RHYMES)
        self._say(self._pair[0])
        self._told["rhyme"] = self._length

    def _echo(self) -> None:
        self._recall("rhyme", self._pair[1])

    def _syllables(self, n: int) -> str:
        sounds = [list(CONSONANTS), [VOWELS[self._land]]] * n + [list(CONSONANTS)]
        return "".join(map(self._one, sounds)).capitalize()

    def _new_place(self) -> str:
        return self._syllables(1) + self._one(PLACES)

    def _new_person(self, woman: int) -> str:
        return self._syllables(2) + ("a" if woman else "an")

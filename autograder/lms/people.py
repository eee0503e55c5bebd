"""Whose submission is whose row in an LMS's sheet. In doubt nobody's: a grade in a wrong row is worse than none."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from autograder.results import Verdict


@dataclass(frozen=True)
class Person:
    """A student's row. lms: as in Entry.lms; ids: logins, numbers and addresses; name: as the sheet has it."""

    row: int
    lms: str
    ids: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Matches:
    """verdicts: by row; strangers: submissions of nobody in the sheet; doubtful: several submissions for one row."""

    verdicts: dict[int, Verdict]
    strangers: list[Verdict]
    doubtful: list[tuple[Person, list[Verdict]]]


def match(verdicts: Iterable[Verdict], people: Sequence[Person]) -> Matches:
    """Find each submission's row: by the LMS's own number, else by login, number or address, else by a name that is unique."""
    by_lms = _index(people, lambda person: [person.lms])
    by_id = _index(people, lambda person: map(_plain, person.ids))
    by_name = _index(people, lambda person: _names(person.name))
    systems = {person.lms.partition(":")[0] for person in people if person.lms}
    found: dict[int, list[Verdict]] = defaultdict(list)
    strangers = []
    for verdict in verdicts:
        system, _, number = verdict.lms.partition(":")
        if system in systems:  # the number decides: a namesake's row is not this student's
            candidates = [p for p in by_lms.get(verdict.lms, []) if system == "canvas" or same_name(verdict, p)]
        else:
            ids = [verdict.student, number if system == "gradescope" else ""]
            known = [by_id[_plain(i)] for i in ids if _plain(i) in by_id]
            candidates = known[0] if known else by_name.get(squash(verdict.student), [])
        if len(candidates) == 1:
            found[candidates[0].row].append(verdict)
        else:
            strangers.append(verdict)
    people_by_row = {person.row: person for person in people}
    return Matches({row: claims[0] for row, claims in found.items() if len(claims) == 1}, strangers,
                   [(people_by_row[row], claims) for row, claims in found.items() if len(claims) > 1])


def same_name(verdict: Verdict, person: Person) -> bool:
    """Whether a submission that bears a name bears this person's; a sheet without names contradicts nobody."""
    name = verdict.student.removesuffix(f"_{verdict.lms.partition(':')[2]}")
    return not person.name or squash(name) in _names(person.name)


def squash(name: str) -> str:
    """A name without case, blanks and signs: what is left of it in Canvas's file names."""
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c.isalnum())


def _names(name: str) -> set[str]:
    """The name squashed, whichever part comes first: `Lee, Ann` is `leeann` and `annlee`."""
    parts = [part for part in re.split(r"[\s,]+", name) if part][:12]
    return {squash("".join(parts[start:] + parts[:start])) for start in range(len(parts))} - {""}


def _plain(text: str) -> str:
    return text.strip().casefold()


def _index(people: Iterable[Person], keys: Callable[[Person], Iterable[str]]) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for key in dict.fromkeys(keys(person)):
            if key:
                found[key].append(person)
    return dict(found)

"""Short reports, and what happened in a few words: made by a grammar, for a network that summarises. CC0.

    reports(3000, seed=0)   "it rained . the bakers met the sailors . the sailors scored two goals . the bakers scored one"
                            - "the sailors beat the bakers"

A report has two to four clauses, one of them perhaps beside the point. Who is the subject of the summary depends on numbers that
stand apart, in either order, so that neither the first clause nor the last is the answer.
"""

from collections.abc import Callable

import numpy as np

from datasets.pairs import Draw, Sentence

REPORT_LENGTH, SUMMARY_LENGTH = 28, 8  # words; the summary's end token included
TEAMS = "bakers sailors teachers doctors farmers singers painters thieves kings neighbours".split()
GOODS = "bread milk salt oil wine soap rice honey".split()
PEOPLE = "baker sailor teacher doctor farmer singer painter thief king neighbour".split()
THINGS = "lamp key coat hat ring mirror guitar umbrella".split()
PLACES = "harbour market garden school forest castle village".split()
NUMBERS = "one two three four five six".split()
ASIDES = ("it rained all day", "many people came", "the king fell asleep", "nobody was surprised", "the moon was full",
          "a dog barked", "the music was loud", "there was soup for all")
Story = tuple[list[str], str]  # clauses, summary


def reports(count: int, seed: int, without: frozenset[Sentence] = frozenset()) -> list[tuple[Sentence, Sentence]]:
    """So many different reports, each with its summary, as words; without: reports not to be used."""
    draw, found = Draw(np.random.default_rng(seed)), dict[Sentence, Sentence]()
    kinds: tuple[Callable[[Draw], Story], ...] = (_match, _match, _price, _find)
    while len(found) < count:
        clauses, summary = draw.of(kinds)(draw)
        if draw.chance(0.6):
            clauses.insert(int(draw.of(range(len(clauses) + 1))), draw.of(ASIDES))
        report = tuple(" . ".join(clauses).split())
        if len(report) <= REPORT_LENGTH and report not in without:
            found.setdefault(report, tuple(summary.split()))
    return list(found.items())


def _match(draw: Draw) -> Story:
    home, guests = _two(draw, TEAMS)
    goals = {home: draw.of(range(6)), guests: draw.of(range(6))}
    scored = [f"the {team} scored {_goals(number)}" for team, number in goals.items()]
    clauses = [draw.of((f"the {home} met the {guests}", f"the {home} played against the {guests} in the {draw.of(PLACES)}"))]
    if goals[home] == goals[guests]:
        return clauses + scored, f"the {home} drew with the {guests}"
    winner, loser = sorted(goals, key=lambda team: -goals[team])
    return clauses + (scored if draw.chance(0.5) else scored[::-1]), f"the {winner} beat the {loser}"


def _goals(number: int) -> str:
    return f"{NUMBERS[number]} goal{'s' * (number > 0)}"


def _price(draw: Draw) -> Story:
    good, before, now = draw.of(GOODS), draw.of(range(1, 6)), draw.of(range(1, 6))
    clauses = [f"last year {good} cost {NUMBERS[before]} coins", f"now {draw.of(('it', good))} costs {NUMBERS[now]} coins"]
    became = f"{good} became dearer" if now > before else f"{good} became cheaper" if now < before else f"{good} costs the same"
    return clauses if draw.chance(0.5) else [clauses[1].replace(" it ", f" {good} "), clauses[0].replace(good, "it")], became


def _find(draw: Draw) -> Story:
    loser, finder = _two(draw, PEOPLE)
    thing, where = draw.of(THINGS), draw.of(PLACES)
    clauses = [f"the {loser} lost a {thing}".replace("a u", "an u"), f"the {finder} found it in the {where}"]
    return clauses, f"the {finder} found the {thing}"


def _two(draw: Draw, options: list[str]) -> tuple[str, str]:
    first = draw.of(options)
    return first, draw.of([other for other in options if other != first])

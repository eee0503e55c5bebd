"""The page a lecturer reads after grading a class."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from urllib.parse import quote

from autograder import tally
from autograder.histogram import histogram
from autograder.late import Late
from autograder.pages import count, template
from autograder.results import Outcome, Status, Verdict
from autograder.tally import CheckTally, MistakeTally
from autograder.untrusted import clean

MISTAKES_SHOWN, CHECKS_SHOWN = 8, 10


def render(verdicts: Sequence[Verdict], title: str, link: Callable[[str], str], late: Mapping[str, Late] | None = None) -> str:
    """One self-contained HTML page; link(student) is where that student's feedback lies, relative to the report; late: by student."""
    everyone = sorted(verdicts, key=lambda v: v.student)
    unsandboxed = [v for v in everyone if v.sandbox == "none"]
    odd_ones = unsandboxed if len(unsandboxed) < len(everyone) else []  # all of them: the banner says so
    graded = tally.graded(everyone)
    scores = [v.score for v in graded]
    max_score = max((v.max_score for v in everyone), default=0.0)
    mistakes, checks = tally.mistakes(graded), tally.checks(graded)
    return template("report.html").render(
        title=title, everyone=everyone, graded=graded, max_score=max_score, headline=headline(everyone), why=why,
        lateness=lateness(everyone, late or {}),
        counts=Counter(v.status.value for v in everyone), mean=sum(scores) / len(scores) if scores else None,
        median=median(scores) if scores else None, histogram=histogram(scores, max_score), exercises=tally.exercises(graded),
        mistakes=mistakes[:MISTAKES_SHOWN], rarer=mistakes[MISTAKES_SHOWN:], checks=checks[:CHECKS_SHOWN],
        easier=checks[CHECKS_SHOWN:], unsandboxed=unsandboxed,
        attention=[v for v in everyone if v.status is not Status.GRADED or v in odd_ones],
        href=lambda student: _relative(link(student)),
    )


def headline(verdicts: Sequence[Verdict]) -> str:
    """What a lecturer would do next: first what keeps grades from being given out, then what to say in class."""
    faults = sum(v.status is Status.ERROR for v in verdicts)
    graded = tally.graded(verdicts)
    if not verdicts:
        return "No submissions yet."
    if faults:
        return f"{count(faults, 'submission')} could not be graded through a fault of ours: see why below, then grade again."
    if not graded:
        return f"None of {count(len(verdicts), 'submission')} could be read: see why below, and ask for new files."
    teach = _worth_teaching(tally.mistakes(graded), tally.checks(graded), len(graded))
    full = sum(all(map(tally.is_complete, v.exercises)) for v in graded)
    return teach or f"{full} of {len(graded)} have full marks, and no mistake is common."


def lateness(verdicts: Sequence[Verdict], late: Mapping[str, Late]) -> str:
    """How many came late, and what that does to the points; "" if nothing was due."""
    dated = [one for one in late.values() if one.due]
    unknown = sum(one.submitted is None for one in dated)
    lose = sum(late[v.student].penalty(v.score) > 0 for v in verdicts if late)
    parts = [f"Handed in late: {sum(one.seconds > 0 for one in dated)} of {len(late)}", f"losing points: {lose}"]
    parts += [f"time not known, so losing none: {unknown}"] * bool(unknown)
    return "; ".join(parts) + ". Points on this page are those before late penalties; grades.csv has both." if dated else ""


def why(verdict: Verdict) -> str:
    """Why a submission needs a look: the reason given, else the first check or cell that could not be run."""
    if verdict.status is Status.GRADED:
        return "graded without a sandbox"
    unrun = [f"{e.name}: {c.message}" for e in verdict.exercises for c in e.checks if c.message.startswith(Outcome.NOT_RUN)]
    cells = [f"cell {error.index}: {error.message}" for error in verdict.cell_errors]
    return clean(verdict.reason or next(iter(unrun + cells), "part of it did not run: see its feedback"), 300)


def _worth_teaching(mistakes: list[MistakeTally], checks: list[CheckTally], of: int) -> str:
    """The most common mistake, if a tenth of the class shares it, else a check that a third of the class fails."""
    named = (m for m in mistakes if m.mistake.isidentifier())  # others are remarks ("some outputs"), nothing to teach
    top = next(named, None)
    if top and len(top.students) > 1 and 10 * len(top.students) >= of:
        words = clean(top.mistake, 80).replace("_", " ")
        return f"{len(top.students)} of {of} share a mistake in {top.exercise}, “{words}”: worth five minutes in class."
    hard = next((c for c in checks if c.failed > 1 and 3 * c.failed >= of), None)
    if hard:
        sentence = clean(hard.sentence, 120)
        return f"{hard.failed} of {hard.ran} fail a check of {hard.exercise}, “{sentence}”: worth an example in class."
    return ""


def _relative(link: str) -> str:
    """A link that cannot leave the report's folder tree by scheme or host."""
    return quote(link.encode(errors="replace"), safe="/").lstrip("/")

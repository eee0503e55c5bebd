"""What the checks see: every mistake, wrong variant and correct style of every exercise, tried. `make catalogue` prints it.

    python -m tests.catalogue [NAME …]

One row per exercise × mistake (caught: it loses points; named: as itself), wrong variant without a name (caught) and correct
style (full marks). The exit code is 1 if a cell says no.
"""

import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from tests.students import ASSIGNMENTS, correct_solutions, examined, wrong_variants


@dataclass(frozen=True)
class Row:
    """One answer tried: `kind` is mistake, wrong or style; named is None where no name is promised."""

    exercise: str
    kind: str
    answer: str
    right: bool  # caught, or full marks for a style
    named: bool | None = None

    @property
    def good(self) -> bool:
        return self.right and self.named is not False


def rows(assignment_name: str) -> Iterator[Row]:
    """Every row of one assignment."""
    assignment = ASSIGNMENTS[assignment_name]
    styles = correct_solutions(assignment)
    for exercise in assignment.exercises:
        for mistake, function in exercise.mistakes.items():
            result = examined(assignment, exercise, {exercise.name: function})
            yield Row(exercise.name, "mistake", mistake, result.score < exercise.max_score, result.mistakes == (mistake,))
        for variant, function in wrong_variants(assignment, exercise).items():
            yield Row(exercise.name, "wrong", variant, examined(assignment, exercise, {exercise.name: function}).score < exercise.max_score)
        for style, module in styles.items():
            if hasattr(module, exercise.name):
                written = {e.name: getattr(module, e.name) for e in assignment.exercises if hasattr(module, e.name)}
                yield Row(exercise.name, "style", style, examined(assignment, exercise, written).score == exercise.max_score)


def main(names: list[str]) -> int:
    """Print the table, and a line per exercise."""
    warnings.simplefilter("ignore")  # students' code may overflow
    table = Table("exercise", "answer", "caught", "named", "full marks", box=None)
    sums = Table("exercise", "mistakes caught", "and named", "unnamed caught", "styles with full marks", box=None)
    every = {name: list(rows(name)) for name in names or ASSIGNMENTS}
    for found in every.values():
        for row in found:
            marks = [_word(row.right), "" if row.named is None else _word(row.named), ""]
            table.add_row(row.exercise, row.answer, *(["", "", _word(row.right)] if row.kind == "style" else marks))
        for exercise in dict.fromkeys(row.exercise for row in found):
            of = {kind: [r for r in found if (r.exercise, r.kind) == (exercise, kind)] for kind in ("mistake", "wrong", "style")}
            cells = [f"{sum(r.right for r in of[kind])} of {len(of[kind])}" for kind in of]
            sums.add_row(exercise, cells[0], f"{sum(bool(r.named) for r in of['mistake'])} of {len(of['mistake'])}", *cells[1:])
    console = Console(width=None if sys.stdout.isatty() else 140)
    console.print(table, sums, sep="\n")
    bad = [row for found in every.values() for row in found if not row.good]
    console.print(f"answers tried: {sum(map(len, every.values()))}, not as they must be: {len(bad)}")
    return 1 if bad else 0


def _word(good: bool) -> str:
    return "yes" if good else "NO"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""What a check found, as plain text: for terminals, and for notebooks that show no HTML."""

from autograder.client.replay import Played, Report
from autograder.grid import Table, grid

HIDDEN = "Hidden checks run when you hand in."
AGAIN = "for the same reason"


def headline(report: Report) -> str:
    """One line: where the exercise stands."""
    if report.unwritten:
        return f"{report.exercise} was not checked: {report.unwritten}."
    return f"{report.exercise}: public checks: {report.passed} of {len(report.checks)} passed. {HIDDEN}"


def as_text(report: Report) -> str:
    """The whole report, differing numbers marked with a star."""
    lines = [headline(report)]
    for check, again in zip(report.checks, repeated(report), strict=True):
        lines.append(f"  {'FAILED' if check.found else 'passed'}  {check.sentence}")
        lines += [f"          {line}" for line in ([AGAIN] if again else _findings(check))]
    lines += [f"  Hint: {report.hint}"] if report.hint else []
    lines += [f"  Note: {report.note}"] if report.note else []
    return "\n".join(lines)


def repeated(report: Report) -> list[bool]:
    """For each check, whether it failed for the very reason that an earlier one did."""
    reasons = [str(check.found) if check.found else None for check in report.checks]
    return [reason is not None and reason in reasons[:i] for i, reason in enumerate(reasons)]


def table_text(reports: list[Report]) -> str:
    """One line for each exercise, and the sum."""
    width = max(len(report.exercise) for report in reports)
    return "\n".join([*(f"{report.exercise:{width}}  {standing(report)}" for report in reports), "", total(reports)])


def standing(report: Report) -> str:
    """Where one exercise stands, in a few words."""
    if report.unwritten:
        return report.unwritten
    return f"{report.passed} of {len(report.checks)} public checks passed"


def total(reports: list[Report]) -> str:
    """Where the notebook stands; nothing that did not run is called passed."""
    ran, done = [r for r in reports if r.checks], sum(r.all_passed for r in reports)
    if not ran:
        return f"No check has run yet: none of the {len(reports)} exercises is written."
    return f"{done} of {len(reports)} exercises pass all their public checks. {HIDDEN}"


def _findings(check: Played) -> list[str]:
    if check.found is None:
        return []
    lines = str(check.found).splitlines()
    shown = grid(check.found.got, check.found.expected) if check.found.kind in ("value", "finite") else None
    if shown is None:
        return lines
    mine, theirs = _rows(shown.got, "*"), _rows(shown.expected, " ")
    width = max(map(len, [*mine, "yours"]))
    lines.append(f"{check.found.where}{shown.part}; a star marks what differs")
    return lines + [f"  {a:{width}}    {b}" for a, b in zip(["yours", *mine], ["expected", *theirs], strict=True)]


def _rows(table: Table, mark: str) -> list[str]:
    rows = [[f"{number}{mark if wrong else ' '}" for number, wrong in cells] for _, cells in table.rows]
    width = max(len(cell) for row in rows for cell in row)
    return ["  ".join(f"{cell:>{width}}" for cell in row) for row in rows]

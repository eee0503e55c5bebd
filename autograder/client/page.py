"""What a check found, as HTML for a notebook: readable on light and dark, and without telling colours apart."""

from html import escape

from autograder.client.replay import Played, Report
from autograder.client.words import AGAIN, headline, repeated, standing, total
from autograder.grid import Table, grid

GOOD, BAD, IDLE = "#3d8fd1", "#d55e00", "#8a8a8a"  # blue, vermilion, grey: told apart by colour-blind people too
CELL = "padding:2px 8px;text-align:right;font-family:monospace;border:1px solid rgba(128,128,128,.35)"
WRONG = f"{CELL};font-weight:bold;background:rgba(213,94,0,.28);border:2px solid {BAD}"
PLAIN = "padding:2px 12px 2px 0;text-align:left;background:none;border:none"


def as_html(report: Report) -> str:
    """The whole report; everything a student wrote is escaped."""
    parts = [f"<p style='margin:4px 0'><b>{escape(headline(report))}</b></p>", *map(_check, report.checks, repeated(report))]
    for word, text in (("Hint", report.hint), ("Note", report.note)):
        parts += [f"<p style='margin:6px 0'><b>{word}:</b> {escape(text)}</p>"] if text else []
    return _box("".join(parts), _colour(report))


def table_html(reports: list[Report]) -> str:
    """One row for each exercise, and the sum."""
    rows = "".join(
        f"<tr><td style='{PLAIN}'>{_word('all passed' if r.all_passed else 'not yet', _colour(r))}</td>"
        f"<td style='{PLAIN}'><code>{escape(r.exercise)}</code></td><td style='{PLAIN}'>{escape(standing(r))}</td></tr>"
        for r in reports
    )
    done = all(report.all_passed for report in reports)
    return _box(f"<table>{rows}</table><p style='margin:6px 0'><b>{escape(total(reports))}</b></p>", GOOD if done else IDLE)


def _check(check: Played, again: bool) -> str:
    if check.found is None:
        return f"<p style='margin:4px 0'>{_word('passed', GOOD)} {escape(check.sentence)}</p>"
    text = AGAIN if again else "<br>".join(escape(line) for line in str(check.found).splitlines()) + _arrays(check)
    return (f"<p style='margin:4px 0'>{_word('failed', BAD)} {escape(check.sentence)}</p>"
            f"<div style='margin:0 0 6px 24px'>{text}</div>")


def _arrays(check: Played) -> str:
    found = check.found
    shown = grid(found.got, found.expected) if found and found.kind in ("value", "finite") else None
    if found is None or shown is None:
        return ""
    sides = "".join(f"<div style='margin:4px 24px 4px 0'>{title}{_grid_table(table, mark)}</div>"
                    for title, table, mark in (("yours", shown.got, True), ("expected", shown.expected, False)))
    return (f"<div style='margin-top:4px'><code>{escape(found.where + shown.part)}</code>, "
            f"bold with a star where it differs</div><div style='display:flex;flex-wrap:wrap'>{sides}</div>")


def _grid_table(table: Table, mark: bool) -> str:
    rows = "".join("<tr>" + "".join(
        f"<td style='{WRONG}'>{escape(number)}*</td>" if wrong and mark else f"<td style='{CELL}'>{escape(number)}</td>"
        for number, wrong in cells) + "</tr>" for _, cells in table.rows)
    return f"<table style='border-collapse:collapse;margin:2px 0'>{rows}</table>"


def _box(inner: str, colour: str) -> str:
    return f"<div style='border-left:5px solid {colour};padding:2px 12px;color:inherit'>{inner}</div>"


def _word(word: str, colour: str) -> str:
    return f"<b style='border:1px solid {colour};border-radius:3px;padding:0 5px'>{word}</b>"


def _colour(report: Report) -> str:
    return IDLE if report.unwritten else GOOD if report.all_passed else BAD

"""The path through the course, as students read it: `assignments/README.md`, printed from every assignment's front matter."""

from autograder.assignment import Assignment, AssignmentError
from autograder.release.badge import badge

PAGE = """\
# Assignments

Each folder holds one notebook; it is all you need. Open it in Colab, Jupyter or VS Code and run its first cell, which brings
the checks. Write a function, run its cell, then run the check below it: it says what is right, what is not, and often
which mistake it is. The last cell packs what you hand in. The checks show some inputs; your grade is found on others.

{rows}

The files in `tests/` are the same checks for Otter (`otter check`); you do not need them.
"""


def course_page(assignments: list[Assignment]) -> str:
    """The page, assignments in the course's order; raises AssignmentError if that order contradicts what they require."""
    _refuse_disorder(assignments)
    rows = [("", "notebook", "first do", "exercises", "points", "about", ""), ("---",) * 7]
    rows += [(f"{a.order}", f"[{a.title}]({a.name}/{a.name}.ipynb)", ", ".join(a.requires) or "–", f"{len(a.exercises)}",
              f"{a.max_score:g}", _time(a.minutes), badge(a.name)) for a in assignments]
    shown = rows if rows[-1][-1] else [row[:-1] for row in rows]  # no badges, no column for them
    return PAGE.format(rows="\n".join(f"| {' | '.join(row)} |" for row in shown))


def _refuse_disorder(assignments: list[Assignment]) -> None:
    seen: dict[str, int] = {}
    for assignment in assignments:
        where = f"{assignment.folder / 'reference.py'}: front matter"
        if assignment.order in seen.values():
            raise AssignmentError(f"{where}: order {assignment.order} is taken by another assignment")
        for name in assignment.requires:
            if name not in seen:
                raise AssignmentError(f"{where}: requires {name!r}, which is no assignment that comes before it")
        seen[assignment.name] = assignment.order


def _time(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join([*[f"{hours} h"] * bool(hours), *[f"{rest} min"] * bool(rest)])

"""Read `reference.py` as cells, and refuse whatever is not plainly one of the kinds of cell there are. Staff only."""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.assignment import AssignmentError

CODE_TAGS = {"given", "lab", "training", "exercise", "staff"}
MARKDOWN_TAGS = {"question", "answer", "staff"}
LINT_COMMENT = re.compile(r"  # (noqa|type: ignore)\b.*$", re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    """One cell of `reference.py`; tag is "" for plain prose and given code; number counts from 1; points are an answer's."""

    number: int
    kind: str
    tag: str
    source: str
    path: Path
    points: float = 0

    def error(self, problem: str) -> AssignmentError:
        """The error that stops a release, with file and cell."""
        first = next(iter(self.source.splitlines()), "")
        return AssignmentError(f"{self.path}, cell {self.number} ({first[:60]!r}): {problem}")

    def tree(self) -> ast.Module:
        """The code, parsed; raises AssignmentError if it is not Python."""
        try:
            return ast.parse(self.source)
        except SyntaxError as error:
            raise self.error(f"not Python: {error.msg}, line {error.lineno}") from None


def read_cells(path: Path) -> list[Cell]:
    """The cells of a py:percent file without its front matter; raises AssignmentError on a kind or tag nobody knows."""
    import jupytext  # 2 s, and only a release needs it

    body = path.read_text().split("\n# ---\n", 1)[1].lstrip()
    cells = []
    for number, node in enumerate(jupytext.reads(body, fmt="py:percent").cells, 1):
        tags = node.metadata.get("tags", [])
        points = node.metadata.get("points", int(tags == ["answer"]))
        cell = Cell(number, node.cell_type, tags[0] if tags else "", node.source, path, points)
        known = {"code": CODE_TAGS, "markdown": MARKDOWN_TAGS}.get(node.cell_type)
        if known is None:
            raise cell.error(f"a {node.cell_type} cell has no place in a notebook for students")
        if len(tags) > 1 or not known.issuperset(tags):
            raise cell.error(f"tags {tags}: a {node.cell_type} cell has one of {', '.join(sorted(known))}, or none")
        if cell.tag == "training":
            _refuse_unguarded(cell)
        if type(cell.points) not in (int, float) or (cell.points > 0) != (cell.tag == "answer"):
            raise cell.error("points=N stands at the cell of a written answer, only there, and is a number above 0")
        cells.append(cell)
    return cells


def _refuse_unguarded(cell: Cell) -> None:
    """A training cell runs neither while grading nor when the reference is imported, and says so in its first line."""
    if not cell.source.startswith("# Training: "):
        raise cell.error("a training cell begins with `# Training: ` and what it does")
    for node in cell.tree().body:
        guarded = isinstance(node, ast.If) and ast.unparse(node.test).startswith("grader.ready(")
        if not guarded and not (isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)):
            raise cell.error("all that a training cell does stands under `if grader.ready(...):`, save for settings such as EPOCHS = 3")


def shipped_code(cells: list[Cell], exercises: Collection[str]) -> Iterator[Cell]:
    """Code cells that students get as they are; raises AssignmentError if one defines an exercise."""
    for cell in cells:
        if cell.kind == "code" and cell.tag not in ("exercise", "staff"):
            for node in ast.walk(cell.tree()):
                name = node.name if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) else None
                name = node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else name
                if name in exercises:
                    raise cell.error(f"defines {name}, which is an exercise, in a cell without the tag exercise")
            yield cell

"""Print assignments: everything under `assignments/<name>/` and `dist/` comes from here and is never edited."""

from pathlib import Path

from autograder.assignment import DIST, PRINTED, ROOT, Assignment, AssignmentError, assignment_names, load_assignment
from autograder.release.bundle import setup_cell
from autograder.release.course import course_page
from autograder.release.notebook import print_notebook
from autograder.release.ottertest import otter_test
from autograder.release.pack import PACKS
from autograder.release.record import record
from autograder.release.source import Cell, read_cells, shipped_code
from autograder.release.strip import exercise_name, refuse_leaks
from autograder.release.trainer import trainer_cell

IGNORED = (".ipynb_checkpoints", "__pycache__")


def release(names: list[str], check: bool = False) -> list[str]:
    """Print the assignments called names (all, if none is named) and pack `dist/`; the paths of all files that differed.

    check: write nothing, only compare what is there; files that are missing, or that nobody printed, differ too.
    Raises AssignmentError if an assignment is not fit to be released.
    """
    course = {name: load_assignment(name) for name in assignment_names()}
    page = PRINTED / "README.md", course_page(list(course.values())).encode()
    drifted = []
    for name in names or course:
        assignment = course.get(name) or load_assignment(name)
        cells = read_cells(assignment.folder / "reference.py")
        files = print_assignment(assignment, cells)
        drifted += [str(path.relative_to(ROOT)) for path in _differing(PRINTED / name, files)]
        if not check:
            _write(PRINTED / name, files)
            for extra in _differing(PRINTED / name, files):
                extra.unlink()
            for pack in PACKS:
                _write(DIST, pack(assignment, cells, files))
    if not _holds(*page):
        drifted.append(str(page[0].relative_to(ROOT)))
        if not check:
            page[0].write_bytes(page[1])
    return drifted


def print_assignment(assignment: Assignment, cells: list[Cell]) -> dict[str, bytes]:
    """Every file of `assignments/<name>/`, by its path in there; cells: of its reference.py."""
    _refuse_unfit(assignment, cells)
    recorded = {exercise.name: record(assignment, exercise) for exercise in assignment.exercises}
    setups = [setup_cell(assignment, recorded), *([trainer_cell(assignment, assignment.task)] if assignment.task else [])]
    files = {f"{assignment.name}.ipynb": print_notebook(assignment, cells, setups)}
    for exercise in assignment.exercises:
        files[f"tests/{exercise.name}.py"] = otter_test(exercise, recorded[exercise.name])
    return {path: text.encode() for path, text in files.items()}


def _refuse_unfit(assignment: Assignment, cells: list[Cell]) -> None:
    if not cells or cells[0].kind != "markdown" or not cells[0].source.startswith("# "):
        raise AssignmentError(f"{assignment.folder / 'reference.py'}: the first cell must be prose that begins with a title")
    exercises = {exercise_name(cell): cell for cell in cells if cell.tag == "exercise"}
    checked = {exercise.name for exercise in assignment.exercises}
    shipped = list(shipped_code(cells, checked.union(exercises)))
    prose = [cell for cell in cells if cell.kind == "markdown" and cell.tag != "staff"]
    refuse_leaks(exercises.values(), [*shipped, *prose])
    for name, cell in exercises.items():
        if name not in checked:
            raise cell.error(f"{name} has no check_{name}.py beside it")
    for name in checked.difference(exercises):
        raise AssignmentError(f"{assignment.folder / f'check_{name}.py'}: no exercise cell of reference.py defines {name}")


def _differing(folder: Path, files: dict[str, bytes]) -> list[Path]:
    there = {path for path in folder.rglob("*") if path.is_file() and not set(path.parts).intersection(IGNORED)}
    wanted = {folder / path: data for path, data in files.items()}
    return sorted(path for path in there | set(wanted) if not _holds(path, wanted.get(path)))


def _holds(path: Path, data: bytes | None) -> bool:
    return path.is_file() and path.read_bytes() == data


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)

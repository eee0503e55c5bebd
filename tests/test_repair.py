"""Repairing a student's notebook: whatever was done to it, nbgrader finds every cell once, and the student's text is kept."""

import copy
import json

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.utils import compute_checksum

from autograder.nbgrader.cells import name, words
from autograder.nbgrader.repair import repair
from autograder.submission import Unreadable, read_notebook
from tests.class_builder import Submission, code_cell, filled, printed, text
from tests.odd_files import FILES
from tests.written_course import tracked

SOURCE = printed()
TRACKED = [name(cell) for cell in SOURCE["cells"] if name(cell)]
STUDENT = filled(Submission("right", "all right"))
tracked(STUDENT, "answer-2")["source"] = "Because of $f_t$."


def student(change):
    """The student's notebook after an accident, as the file would hold it."""
    notebook = copy.deepcopy(STUDENT)
    change(notebook)
    return json.loads(json.dumps(notebook))


def checked(notebook):
    """What holds for every repaired notebook."""
    node = nbformat.from_dict(notebook)
    nbformat.validate(node)
    MetadataValidator().validate_nb(node)
    json.dumps(notebook, ensure_ascii=False).encode()
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    assert sorted(name(cell) for cell in notebook["cells"] if name(cell)) == sorted(TRACKED)
    for cell, source in zip(node.cells, notebook["cells"], strict=True):
        assert not source.get("outputs")
        if name(source):
            right = tracked(SOURCE, name(source))
            given = {key: value for key, value in source["metadata"]["nbgrader"].items() if key not in ("checksum", "cell_type")}
            assert given == right["metadata"]["nbgrader"]
            assert source["cell_type"] == right["cell_type"]
            if not given["solution"]:
                assert source["source"] == text(right)
                assert compute_checksum(cell) == source["metadata"]["nbgrader"]["checksum"]
    return notebook


def test_an_intact_notebook_stays_as_it_is():
    repaired, remarks = repair(SOURCE, student(lambda notebook: None))
    assert remarks == ()
    assert [cell["source"] for cell in checked(repaired)["cells"]] == [text(cell) for cell in STUDENT["cells"]]


def test_an_unreadable_submission_becomes_the_printed_notebook():
    repaired, remarks = repair(SOURCE, None)
    assert remarks == ()
    for cell in nbformat.from_dict(checked(repaired)).cells:
        assert "nbgrader" not in cell.metadata or compute_checksum(cell) == cell.metadata.nbgrader.checksum


def delete(*names):
    def change(notebook):
        notebook["cells"] = [cell for cell in notebook["cells"] if name(cell) not in names]
    return change


def double(key, **changes):
    def change(notebook):
        notebook["cells"].append(copy.deepcopy(tracked(notebook, key)) | changes)
    return change


def roles(key, **changes):
    return lambda notebook: tracked(notebook, key)["metadata"]["nbgrader"].update(changes)


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        (delete("lstm_step"), "the cell lstm_step was missing and is put back"),
        (delete("setup"), "the cell setup was missing and is put back"),
        (delete("exercise-lstm_forward", "lstm_forward"), "the cell exercise-lstm_forward was missing and is put back"),
        (double("exercise-lstm_step"), "the cell exercise-lstm_step is there twice; the last one counts"),
        (double("exercise-lstm_step", source="# nothing"),
         "the cell exercise-lstm_step is there twice; the last one with an answer counts"),
        (double("answer-2", source="*Write your answer here.*"), "the cell answer-2 is there twice; the last one with an answer counts"),
        (roles("lstm_step", points=100), "the points of the cell lstm_step were 100; they are 10 again"),
        (roles("lstm_step", points=float("nan")), "the points of the cell lstm_step were nan; they are 10 again"),
        (roles("lstm_step", points=["\ud800"]), "the points of the cell lstm_step were no such thing; they are 10 again"),
        (roles("lstm_step", solution=True), "the role of the cell lstm_step was changed and is restored"),
        (lambda n: tracked(n, "lstm_step").update(source="4.0"), "the cell lstm_step was changed and is restored"),
        (lambda n: tracked(n, "exercise-lstm_step").update(cell_type="markdown"),
         "the type of the cell exercise-lstm_step was markdown; it is code again"),
        (lambda n: tracked(n, "answer-2").update(metadata={}), "metadata was lost and is there again, in 1 cell: answer-2"),
    ],
)
def test_what_was_done_to_a_cell_is_undone_and_said(change, remark):
    repaired, remarks = repair(SOURCE, student(change))
    assert remark in remarks
    assert tracked(checked(repaired), "answer-2")["source"] == "Because of $f_t$."


def test_lost_cells_come_back_behind_the_cell_that_was_before_them():
    repaired, _ = repair(SOURCE, student(delete("exercise-lstm_forward", "lstm_forward", "answer-3")))
    assert [name(cell) for cell in repaired["cells"] if name(cell)] == TRACKED


def test_cells_without_metadata_and_ids_are_known_by_what_they_hold():
    def strip(notebook):
        for cell in notebook["cells"]:
            cell["metadata"] = {}
            del cell["id"]

    repaired, remarks = repair(SOURCE, student(strip))
    assert remarks == (f"metadata was lost and is there again, in {len(TRACKED)} cells: {', '.join(TRACKED)}",)
    for key in TRACKED:
        assert tracked(checked(repaired), key)["source"] == text(tracked(STUDENT, key))


def test_a_heading_after_a_deleted_answer_is_no_answer():
    def lose(notebook):
        delete("answer-3")(notebook)
        for cell in notebook["cells"]:
            cell["metadata"] = {}
            del cell["id"]

    repaired, remarks = repair(SOURCE, student(lose))
    assert "the cell answer-3 was missing and is put back" in remarks
    assert tracked(repaired, "answer-3")["source"] == "*Write your answer here.*"


def test_own_cells_and_pasted_pictures_are_kept_and_nothing_else_of_them():
    picture = {"image/png": "iVBORw0KGgo="}

    def add(notebook):
        tracked(notebook, "answer-1").update(source="![](a.png)", attachments={
            "a.png": picture, "b.svg": {"image/svg+xml": "<svg onload=alert(1)>"}, "<x>": picture, "c": 5, "d": {"image/png": "<b>"}})
        notebook["cells"].insert(0, code_cell("x = 1", "setup") | {"metadata": {"tags": ["setup"], "nbgrader": {"points": 3}}})
        notebook["cells"].append({"cell_type": "exec", "source": "rm"})

    repaired, _ = repair(SOURCE, student(add))
    cells = checked(repaired)["cells"]
    assert (cells[0]["source"], cells[0]["metadata"]) == ("x = 1", {"autograder": {"cell": 1}})
    assert (cells[-1]["source"], cells[-1]["cell_type"]) == ("rm", "raw")
    assert tracked(repaired, "answer-1")["attachments"] == {"a.png": picture}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_odd_files(tmp_path, file):
    path = tmp_path / f"a{file.suffix}"
    path.write_bytes(file.make(copy.deepcopy(STUDENT)))
    try:
        notebook = read_notebook(path)
    except Unreadable:
        notebook = None
    checked(repair(SOURCE, notebook)[0])


def test_twenty_thousand_cells():
    notebook = student(lambda n: n["cells"].extend({"cell_type": "code", "source": "def lstm_step(): pass"} for _ in range(20_000)))
    assert len(repair(SOURCE, notebook)[0]["cells"]) == 20_000 + len(SOURCE["cells"])


KEYS = st.sampled_from("nbgrader grade_id points grade solution locked task schema_version checksum tags autograder".split())
STRANGE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([*TRACKED, "code", "\ud800", "<b>\0\x1b[31m"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
    max_leaves=8)
FIELDS = st.dictionaries(st.sampled_from(["cell_type", "id", "metadata", "source", "outputs", "attachments", "input"]), STRANGE)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_is_too_much(data):
    """Cells that are moved, lost, doubled and filled with anything that JSON can hold."""
    kept = data.draw(st.lists(st.integers(0, len(STUDENT["cells"]) - 1), max_size=60))
    strange = data.draw(st.dictionaries(st.integers(0, 59), FIELDS, max_size=12))
    cells = [copy.deepcopy(STUDENT["cells"][at]) | strange.get(i, {}) for i, at in enumerate(kept)]
    cells += data.draw(st.lists(FIELDS | STRANGE, max_size=4))
    before = copy.deepcopy(cells)
    repaired, remarks = repair(SOURCE, {"cells": cells})
    checked(repaired)
    assert repr(cells) == repr(before)
    assert all(remark.isprintable() for remark in remarks)
    places = [cell["metadata"]["autograder"]["cell"] for cell in repaired["cells"] if "cell" in cell["metadata"].get("autograder", {})]
    assert places == list(range(1, len(cells) + 1))
    for place, cell in zip(places, [c for c in repaired["cells"] if "cell" in c["metadata"].get("autograder", {})], strict=True):
        original = cells[place - 1]
        if isinstance(original, dict) and isinstance(original.get("source"), str) and not name(cell):
            assert words(cell) == words(original)

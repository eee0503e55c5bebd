"""Verdicts inside notebooks: the points that nbgrader reads there, the words that people read, and nothing else."""

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.utils import determine_grade, is_grade

from autograder.late import Late
from autograder.nbgrader.outputs import show
from autograder.nbgrader.repair import repair
from autograder.results import CellError, Status
from tests.class_builder import printed
from tests.verdicts import HOSTILE, check, exercise, verdict, with_text, wrong
from tests.written_course import WORTH, tracked

NOTEBOOK = repair(printed(), printed())[0]
CHECK = next(i for i, cell in enumerate(printed()["cells"], 1) if cell["id"] == "check-lstm_step")
WRONG = verdict("ann", wrong("lstm_step"), exercise("lstm_forward", check("first", points=6.0)),
                cell_errors=(CellError(CHECK - 1, "NameError: name 'np' is not defined", 4, "h = np"), CellError(CHECK, "ValueError: no")))


def shown(verdict, *more):
    """The notebook with a verdict in it, as nbgrader would read it."""
    notebook = nbformat.from_dict(show(NOTEBOOK, verdict, *more))
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    return notebook


def page(notebook, **options):
    html, _ = HTMLExporter(template_name="classic", **options).from_notebook_node(notebook)
    return BeautifulSoup(html, "html.parser")


def scores(notebook):
    return {cell.metadata.nbgrader.grade_id: determine_grade(cell)[0] for cell in notebook.cells if is_grade(cell)}


def test_nbgrader_reads_our_points_and_people_our_words():
    notebook = shown(WRONG, ["the cell setup was changed and is restored"], Late())
    assert scores(notebook) == dict.fromkeys(WORTH, 0.0) | {"lstm_step": 1.0, "lstm_forward": 6.0} | {f"answer-{i}": 0 for i in (1, 2, 3)}
    assert all(type(score) in (int, float) for score in scores(notebook).values())
    for options in ({}, {"sanitize_html": True}):
        words = page(notebook, **options).get_text(" ", strip=True)
        for part in ("Two gates are swapped.", "h has wrong values (1 of 4 differ)", "the sentence of limits failed · hidden · 0 / 1",
                     "Expected, shape", "line 4: NameError: name 'np' is not defined", "the cell setup was changed and is restored"):
            assert part in words
        assert "<div" not in words
        assert "def grader(source" not in words  # the setup's code is hidden


def test_points_are_never_more_than_a_cell_gives():
    notebook = shown(verdict("ann", exercise("lstm_step", check("a", points=0.1), check("b", points=0.2), check("c", points=11.0))))
    assert scores(notebook)["lstm_step"] == 10.0


@pytest.mark.parametrize("status", [Status.UNREADABLE, Status.ERROR])
def test_what_was_not_graded_has_no_points(status):
    notebook = shown(verdict("ann", status=status, reason="the reason of it"))
    assert set(scores(notebook).values()) == {0}
    assert ("the reason of it" in page(notebook).get_text()) == (status is Status.UNREADABLE)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_verdict_is_markup(text):
    def tags(text):
        verdict = with_text(WRONG, lambda given: given if given in ("lstm_step", "lstm_forward") else text)
        outputs = [output for cell in shown(verdict, [text]).cells for output in cell.get("outputs", ())]
        assert all(line.isprintable() for output in outputs for line in output.get("traceback", ()))
        html = BeautifulSoup("".join(output.data["text/html"] for output in outputs if "data" in output), "html.parser")
        return [(tag.name, tag.attrs) for tag in html.find_all()]

    assert tags(text) == tags("text")


def test_nothing_that_a_cell_raised_is_markup():
    assert not page(shown(with_text(WRONG, lambda _: "<script id=x>: <b id=x>"))).select("#x")


def test_what_a_student_wrote_runs_in_nobodys_browser():
    """nbconvert prints raw cells, and HTML in Markdown, as they are."""
    attack = "<script id=x>1</script> a<b `List<int>` <!-- x --><img id=x src=y onerror=1> <https://x.y> </div id=x>"
    student = printed()
    tracked(student, "answer-1")["source"] = attack
    student["cells"] += [{"cell_type": kind, "source": attack} for kind in ("markdown", "raw", "exec", "html")]
    notebook = nbformat.from_dict(show(repair(printed(), student)[0], WRONG))
    html = page(notebook)
    assert not html.select("#x, [onerror]")
    assert html.get_text().replace("\N{ZERO WIDTH SPACE}", "").count("List<int>") == 5
    assert html.select("details")  # what was printed is as it was

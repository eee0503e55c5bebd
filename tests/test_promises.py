"""What every exercise of every assignment promises to students; nothing here knows any exercise."""

import ast
import inspect

import numpy as np
import pytest

from autograder.client.compare import is_single_precision
from autograder.description import described
from autograder.results import Outcome
from tests.students import (
    ASSIGNMENTS,
    EXERCISES,
    correct_solutions,
    degenerate,
    examined,
    rebuilt_over,
    wrong_variants,
)

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # students' code may overflow, and still be right

SECRETS = range(10)
MISTAKES = [pytest.param(a, e, m, id=f"{key}-{m}") for key, (a, e) in EXERCISES.items() for m in e.mistakes]
WRONG = [pytest.param(a, e, f, id=f"{key}-{name}") for key, (a, e) in EXERCISES.items() for name, f in wrong_variants(a, e).items()]
CORRECT = [pytest.param(a, e, vars(module), id=f"{key}-{style}") for key, (a, e) in EXERCISES.items()
           for style, module in correct_solutions(a).items() if hasattr(module, e.name)]
FOLDERS = [pytest.param(path, id=f"{a.name}-{path.stem}") for a in ASSIGNMENTS.values() for path in a.folder.glob("check_*.py")]
BANNED = {"allclose", "isclose", "array_equal", "array_equiv", "testing", "random", "default_rng", "pickle"}

each_exercise = pytest.mark.parametrize(("assignment", "exercise"), [pytest.param(*both, id=key) for key, both in EXERCISES.items()])


def not_passed(result):
    return [(c.name, c.outcome, c.message) for c in result.checks if c.outcome is not Outcome.PASSED]


def names_passed(result):
    return [c.name for c in result.checks if c.outcome is Outcome.PASSED]


@each_exercise
def test_the_reference_earns_full_marks(assignment, exercise):
    for secret in SECRETS:
        result = examined(assignment, exercise, secret=secret)
        assert (not_passed(result), result.note, result.mistakes) == ([], "", ())


@each_exercise
def test_students_see_the_form_first_and_then_a_value(assignment, exercise):
    form, *others = exercise.tests.test_cases
    assert form.points == 1
    assert not form.hidden
    assert any(not case.hidden for case in others)
    assert any(case.hidden for case in others)


@each_exercise
def test_the_stub_earns_nothing(assignment, exercise):
    def stub(*args, **options):
        raise NotImplementedError

    result = examined(assignment, exercise, {exercise.name: stub})
    assert {c.outcome for c in result.checks} == {Outcome.NOT_RUN}
    assert (result.score, result.mistakes) == (0, ())


@each_exercise
def test_what_shows_no_work_earns_the_form_at_most(assignment, exercise):
    form = exercise.tests.test_cases[0].name
    kinds = {e.name: degenerate(e.reference) for e in assignment.exercises}
    for kind, function in kinds[exercise.name].items():
        alone, everywhere = {exercise.name: function}, {name: kinds[name][kind] for name in kinds}
        for functions in (alone, everywhere):
            assert names_passed(examined(assignment, exercise, functions)) in ([], [form]), kind
    right_form = examined(assignment, exercise, {exercise.name: kinds[exercise.name]["full of 0.0"]})
    assert names_passed(right_form) == [form]


@pytest.mark.parametrize(("assignment", "exercise", "mistake"), MISTAKES)
def test_a_mistake_costs_points_and_is_named(assignment, exercise, mistake):
    for secret in SECRETS[:3]:
        result = examined(assignment, exercise, {exercise.name: exercise.mistakes[mistake]}, secret)
        assert result.score < exercise.max_score
        assert result.mistakes == (mistake,)


@pytest.mark.parametrize(("assignment", "exercise", "function"), WRONG)
def test_a_mistake_without_a_name_costs_points_too(assignment, exercise, function):
    result = examined(assignment, exercise, {exercise.name: function})
    assert result.score < exercise.max_score
    assert not set(result.mistakes) & set(exercise.mistakes)


@pytest.mark.parametrize(("assignment", "exercise", "functions"), CORRECT)
def test_a_right_answer_in_any_style_earns_full_marks(assignment, exercise, functions):
    written = {e.name: functions[e.name] for e in assignment.exercises if e.name in functions}
    for secret in SECRETS[:3]:
        result = examined(assignment, exercise, written, secret)
        assert (not_passed(result), result.mistakes) == ([], ())


@each_exercise
def test_float32_earns_full_marks_with_a_note(assignment, exercise):
    def single(value):
        if isinstance(value, (tuple, list, dict)):
            return {k: single(v) for k, v in value.items()} if isinstance(value, dict) else type(value)(map(single, value))
        return value.astype(np.float32) if getattr(value, "dtype", None) == np.float64 else value

    answers = []

    def rounded(*args, **options):
        answers.append(single(exercise.solution(*map(single, args), **options)))
        return answers[-1]

    for secret in SECRETS:
        result = examined(assignment, exercise, {exercise.name: rounded}, secret)
        assert not_passed(result) == []
    assert bool(result.note) == any(is_single_precision(described(answer)) for answer in answers)


@each_exercise
def test_one_error_is_not_punished_twice(assignment, exercise):
    """A check that asks for other exercises passes, or waits, if only those are wrong."""
    names = [e.name for e in assignment.exercises]
    needs = {case.name: set(inspect.signature(case.body.test_func).parameters) & set(names) - {exercise.name}
             for case in exercise.tests.test_cases}
    follows = {name for name, needed in needs.items() if needed}
    for other in assignment.exercises:
        if other.name not in set().union(*needs.values()):
            continue
        inherited = []
        for mistake, function in other.mistakes.items():
            result = examined(assignment, exercise, rebuilt_over(assignment, exercise, {other.name: function}))
            assert not [c for c in result.checks if c.name in follows and c.outcome is Outcome.FAILED], mistake
            if names_passed(examined(assignment, other, {other.name: function})):  # what has not even the form cannot be built on
                inherited.append(result.mistakes == ("inherited",))
        assert sum(inherited) > len(inherited) / 2


@each_exercise
def test_the_same_seeds_give_the_same_result(assignment, exercise):
    wrong = {exercise.name: next(iter(exercise.mistakes.values()))}
    assert examined(assignment, exercise, wrong) == examined(assignment, exercise, wrong)


@each_exercise
def test_other_secrets_change_no_verdict(assignment, exercise):
    for mistake, function in list(exercise.mistakes.items())[::8]:
        verdicts = {tuple((c.name, c.outcome, c.mistake) for c in examined(assignment, exercise, {exercise.name: function}, s).checks)
                    for s in SECRETS}
        assert len(verdicts) == 1, mistake


@pytest.mark.parametrize("path", FOLDERS)
def test_checks_compare_with_expect_functions_only(path):
    nodes = list(ast.walk(ast.parse(path.read_text())))
    words = {getattr(node, field, None) for node in nodes for field in ("attr", "id", "module", "name")}
    assert not words & BANNED
    assert not [node.lineno for node in nodes if isinstance(node, ast.Assert)]

"""What students hold in their hands: the inputs of public checks, and the answers to them."""

import numpy as np

from autograder.assignment import load_assignment
from autograder.secret import published_rng
from autograder.standin import Call, in_process
from tests.class_builder import ASSIGNMENT, exercise_names


def published_calls(exercise: str) -> list[Call]:
    """The calls that an exercise's public checks make with the published inputs, answered by the reference."""
    assignment = load_assignment(ASSIGNMENT)
    calls: list[Call] = []
    for case in next(e for e in assignment.exercises if e.name == exercise).tests.test_cases:
        if not case.hidden:
            stand_ins = {e.name: in_process(e.reference, e.name) for e in assignment.exercises}
            case.body.call_func({**stand_ins, "rng": published_rng(ASSIGNMENT, exercise, case.name)})
            calls += stand_ins[exercise].calls
    return calls


def published_answers(exercise: str) -> dict[str, tuple[list[object], ...]]:
    """A cheat's table: the first argument's bytes → the answer, as lists."""
    return {call.args[0].tobytes().hex(): tuple(part.tolist() for part in call.answer) for call in published_calls(exercise)}


def published_tokens() -> set[str]:
    """What `tells_the_inputs` may say: the first 16 bytes of each array that students hold."""
    given = [part for name in exercise_names() for call in published_calls(name) for part in call.args]
    arrays = [array for part in given for array in (part.values() if isinstance(part, dict) else [part])]
    return {np.asarray(array, dtype=float).tobytes().hex()[:32] for array in arrays}

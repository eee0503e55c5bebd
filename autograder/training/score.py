"""Grade a prediction file: read as data, scored on hidden labels, credit in a straight line from baseline to target. Trusted side only."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from autograder.attachments import Attachment
from autograder.results import CheckResult, ExerciseResult, Outcome
from autograder.training.form import problems
from autograder.training.handover import PREDICTIONS, RUN, VERSION
from autograder.training.npz import BadFile, arrays_in
from autograder.training.task import NAME, Task

HOW = "Run the notebook's last part again: run.hand_in(...) writes it, and grader.export() packs it with the notebook."


def grade_predictions(task: Task, files: Mapping[str, Attachment]) -> ExerciseResult:
    """Two checks: the file holds what was asked for, and how good the predictions are. A bad file is explained, not raised for."""
    form = CheckResult("form", f"{PREDICTIONS} holds what was asked for, of this version of the data", 1.0, False, Outcome.PASSED)
    record = task.record()
    scale = f"{task.metric}: from {record.baseline.mean:.3f} (nothing) to {record.target:.3f} (everything)"
    score = CheckResult("score", scale, task.points - 1.0, True, Outcome.PASSED)
    note = _protocol(files)
    try:
        predictions = _predictions(task, files.get(PREDICTIONS))
    except BadFile as problem:
        there = PREDICTIONS in files
        wrong = replace(form, outcome=Outcome.FAILED if there else Outcome.NOT_RUN, message=f"{problem}. {HOW}")
        unscored = replace(score, outcome=Outcome.NOT_RUN, message="not run: there are no predictions to score")
        return ExerciseResult(NAME, (wrong, unscored), note if there else "")
    value = task.score(predictions)
    credit = record.credit(value)
    reached = f"{value:.3f}, where {record.baseline.kind} has {record.baseline.mean:.3f} and {record.target:.3f} earns everything"
    if credit < 1:
        words = f"your predictions reach {reached}: {100 * credit:.0f} % of the way"
        score = replace(score, outcome=Outcome.FAILED, message=words, partial=round(credit * score.points, 1))
    else:
        note = f"Your predictions reach {reached}. {note}".strip()
    return ExerciseResult(NAME, (form, score), note)


def _predictions(task: Task, file: Attachment | None) -> dict[str, np.ndarray]:
    """The arrays, in the right form; raises BadFile."""
    if file is None:
        raise BadFile(f"no {PREDICTIONS} was handed in beside the notebook")
    if file.problem:
        raise BadFile(file.problem)
    most = 8 * sum(int(np.prod(form.shape)) for form in task.forms.values()) + 65_536
    if len(file.data) > 2 * most:
        raise BadFile(f"{PREDICTIONS} has {len(file.data) >> 10} KiB, more than what was asked for could take")
    arrays = arrays_in(file.data, most)
    version = arrays.pop(VERSION, None)
    if version is None or version.shape or str(version) != task.version:
        whose = "names no version of the data" if version is None else "was made for another version of the data"
        raise BadFile(f"{PREDICTIONS} {whose}, not for {task.version}: take the notebook as it was released, with the data it carries")
    if wrong := problems(task.forms, arrays):
        raise BadFile("; ".join(wrong))
    return {name: np.asarray(arrays[name], np.int64 if form.kind == "int" else np.float64) for name, form in task.forms.items()}


def _protocol(files: Mapping[str, Attachment]) -> str:
    """What is odd about run.json, which costs no points: it is the student's own word."""
    if RUN not in files:
        return f"No {RUN} was handed in: how these predictions came about is not on record."
    try:
        about = json.loads(files[RUN].data or b"null")
        same = about["predictions"] == hashlib.sha256(files[PREDICTIONS].data).hexdigest()
    except (ValueError, KeyError, TypeError, RecursionError):
        return f"{RUN} cannot be read, or does not say which predictions it is about."
    return "" if same else f"{RUN} is about other predictions than those in {PREDICTIONS}."

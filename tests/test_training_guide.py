"""The guide's table of recorded runs says what the records say."""

import pytest

from autograder.assignment import ROOT, assignment_names, load_assignment

GUIDE = (ROOT / "guide" / "training.md").read_text()
TASKS = [name for name in assignment_names() if load_assignment(name).training]


@pytest.mark.parametrize("name", TASKS)
def test_the_table_is_of_the_records(name: str) -> None:
    task = load_assignment(name).task
    assert task is not None
    record = task.record()
    base, best = record.baseline, record.reference
    ends = f"{base.kind}, {base.mean:.3f} | {best.kind}, {best.mean:.3f} ± {best.spread:.3f}"
    assert f"| `{name}` | {task.metric} | {ends} | {abs(record.worst - base.mean):.3f} | {record.target:.3f} |" in GUIDE
    assert record.about["seeds"] == [0, 1, 2]
    for package in ("keras", "tensorflow"):
        assert record.about["versions"][package] in GUIDE

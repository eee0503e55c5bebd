"""The page that a benchmark leaves: the table, the ratios, and all one needs to run it again."""

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import psutil

PACKAGES = "numpy ipython otter-grader nbgrader nbclient ipykernel".split()

PAGE = """\
# What grading costs

Written by `make bench` on {date}. Every grader graded the same honest `lstm` submissions (half right in five styles, half
wrong in fifteen ways), ran the same cells and the same checks, and came to the same scores: the benchmark compares them, and
fails if one differs.

| grader | CPU per submission | wall clock per submission | start-up, CPU | peak memory | how it was run |
|---|--:|--:|--:|--:|---|
{rows}

| ratio | CPU | wall clock | goal |
|---|--:|--:|---|
{ratios}

A class of {size}, sealed, with {jobs} jobs: **{wall:.1f} s**, {cpu:.1f} s of CPU time, at most {peak:.0f} MiB of memory for
everything (goals: under 60 s, under 2048 MiB).

How it was measured:

- CPU time is that of every process a command started: {cpu_source}.
- Memory is the largest sum of all processes' proportional set sizes, sampled four times a second; ours is that of the
  class of {size} with {jobs} jobs, in a run of its own.
- Setup, lab and check cells, which our grader passes over when they are as printed, were taken out for the others. Pages
  (feedback, report, grades.csv) are in our numbers; plain writes none.
- "plain" is one warm process that runs cells and checks with nothing between them and the student's code: no isolation,
  no limits. "exec" runs the cells as a script, without a notebook's semantics; "ipython" as a notebook does; "whole" runs
  the setup, lab and check cells too, as stock graders do.
- Machine: {machine}; load average {load:.2f} before the start.
- Versions: {versions}.
"""


@dataclass(frozen=True)
class Row:
    """One grader: seconds per submission, seconds of CPU before the first one, bytes, and what was run."""

    grader: str
    cpu: float
    wall: float
    start: float | None
    peak: int
    how: str


@dataclass(frozen=True)
class Ratio:
    """How many times over costs what under does, and what it should be."""

    over: Row
    under: Row
    goal: str = ""


def table(rows: Sequence[Row]) -> str:
    """The rows of the first table."""
    return "\n".join(
        f"| {row.grader} | {_seconds(row.cpu)} | {_seconds(row.wall)} | {_seconds(row.start)} "
        f"| {row.peak / 2**20:.0f} MiB | {row.how} |"
        for row in rows
    )


def ratio_table(ratios: Sequence[Ratio]) -> str:
    """The rows of the second table."""
    return "\n".join(
        f"| {ratio.over.grader} / {ratio.under.grader} | {ratio.over.cpu / ratio.under.cpu:.3g} "
        f"| {ratio.over.wall / ratio.under.wall:.3g} | {ratio.goal} |"
        for ratio in ratios
    )


def machine() -> str:
    """Processor, cores, memory, kernel and Python."""
    model = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    memory = psutil.virtual_memory().total / 2**30
    return (f"{os.cpu_count()} cores ({model[1] if model else platform.machine()}), {memory:.0f} GiB, "
            f"Linux {platform.release().split('-')[0]}, Python {platform.python_version()}")


def versions() -> str:
    """The packages that matter, and bubblewrap."""
    bwrap = subprocess.run(["bwrap", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return ", ".join([*(f"{name} {version(name)}" for name in PACKAGES), bwrap])


def _seconds(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value * 1e3:.0f} ms" if value < 1 else f"{value:.1f} s"

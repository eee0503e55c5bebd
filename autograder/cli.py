"""The command line. Exit code 0: every submission has a verdict; 1: something was our fault; 2: a wrong call."""

import sys
from pathlib import Path

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """The course kit for recurrent neural networks."""


@cli.command()
@click.argument("names", nargs=-1)
@click.option("--check", is_flag=True, help="Compare only; fail on drift.")
def release(names: tuple[str, ...], check: bool) -> int:
    """Print the students' notebooks and pack dist/."""
    from autograder.assignment import AssignmentError, assignment_names
    from autograder.release.press import release as press

    try:
        drift = press(list(names) or assignment_names(), check)
    except AssignmentError as error:
        raise click.UsageError(str(error)) from None
    if check and drift:
        print("printed notebooks differ from their source; run `make release` and commit:", *drift, sep="\n  ")
        return 1
    print("assignments/ is as printed from solutions/" if check else "printed assignments/, packed dist/")
    return 0


@cli.command()
@click.argument("name")
@click.argument("submissions", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for results; what is there is kept.")
@click.option("--jobs", type=click.IntRange(min=0), default=0, help="Processes; by default one per core.")
@click.option("--scheduler", default="", metavar="ADDRESS", help="A dask.distributed scheduler, for more than one machine.")
@click.option("--sandbox", type=click.Choice(["auto", "bwrap", "landlock", "user", "none"]), default="auto",
              help="auto takes bwrap or landlock; user is for a container of its own; none is for grading your own code.")
@click.option("--fresh", is_flag=True, help="Grade everything again.")
@click.option("--course", type=click.Path(file_okay=False, path_type=Path), help="nbgrader's folder of the course; by default OUT.")
@click.option("--gradebook", default="", metavar="URL", help="nbgrader's gradebook; by default COURSE/gradebook.db.")
def grade(name: str, submissions: Path, out: Path, jobs: int, scheduler: str, sandbox: str, fresh: bool, course: Path | None,
          gradebook: str) -> int:
    """Grade a class into OUT: grades.csv, feedback/, report.html, results/; and COURSE: gradebook.db, autograded/."""
    from autograder.assignment import AssignmentError
    from autograder.grade import grade_class
    from autograder.journal import Busy
    from autograder.nbgrader.problem import GradebookError
    from autograder.results import Status
    from autograder.sandbox.launch import SandboxError
    from autograder.summary import Progress, summary

    try:
        with Progress() as progress:
            verdicts = grade_class(name, submissions, out, jobs, scheduler, sandbox, fresh, course, gradebook, progress.say,
                                   progress.advance)
    except (AssignmentError, Busy) as error:
        raise click.UsageError(str(error)) from None
    except GradebookError as error:
        print(f"autograder: all is graded and stands in {out}, but {error}", file=sys.stderr)
        return 1
    except (SandboxError, OSError, ValueError) as error:
        print(f"autograder: nothing is lost, but grading stopped: {error}", file=sys.stderr)
        return 1
    print(summary(verdicts, out))
    return 1 if any(v.status is Status.ERROR for v in verdicts) else 0


@cli.command()
@click.argument("name")
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--canvas", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The gradebook that Canvas exported.")
@click.option("--moodle", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Moodle's grading worksheet.")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file to write, and to import.")
@click.option("--column", default="", metavar="TITLE", help="Where scores go, if no title fits, or several do.")
@click.option("--scale/--no-scale", default=None, help="If the LMS gives other points: convert the scores, or enter them as they are.")
@click.option("--gradebook", default="", metavar="URL", help="nbgrader's gradebook with marks given by hand, if not OUT/gradebook.db.")
def export(name: str, out: Path, canvas: Path | None, moodle: Path | None, output: Path, column: str, scale: bool | None,
           gradebook: str) -> int:
    """Fill the scores in OUT, where grade wrote them, into an LMS's own gradebook file."""
    from autograder.assignment import AssignmentError
    from autograder.course import CourseError
    from autograder.lms.export import Export
    from autograder.lms.export import export as fill_in
    from autograder.lms.table import TableError

    source = canvas or moodle
    if source is None or (canvas and moodle):
        raise click.UsageError("say which LMS's file to fill in: --canvas CSV or --moodle CSV")
    asked = Export(name, out, "canvas" if canvas else "moodle", source, output, column, scale, gradebook)
    try:
        lines, complete = fill_in(asked)
    except (AssignmentError, CourseError, TableError) as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        print(f"autograder: nothing was written: {error}", file=sys.stderr)
        return 1
    print(*lines, sep="\n")
    return 0 if complete else 1


@cli.command()
@click.argument("name")
@click.option("--preset", default="quick", help="quick, or full as the recorded runs.")
@click.option("--backend", type=click.Choice(["tensorflow", "jax", "torch"]), default="tensorflow", help="What Keras computes with.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="For checkpoints and pictures; by default training/NAME.")
@click.option("--record", is_flag=True, help="Keep the scores: students' baseline and target come from them.")
def train(name: str, preset: str, backend: str, out: Path | None, record: bool) -> int:
    """Train a task as its reference does, without a notebook; the same command goes on where it was stopped."""
    from autograder.assignment import AssignmentError
    from autograder.training.headless import train as run_through

    try:
        run_through(name, preset, backend, out or Path("training") / name, record)
    except (AssignmentError, ImportError) as error:
        raise click.UsageError(str(error)) from None
    return 0


@cli.command()
def doctor() -> int:
    """Say what works on this machine."""
    from autograder.doctor import examine_machine

    rows, healthy = examine_machine()
    for mark, what, remark in rows:
        print(f"{mark:4} {what:24} {remark}")
    return 0 if healthy else 1


def main() -> int:
    """Run the command line; a wrong call is one line and exit code 2."""
    try:
        return int(cli(prog_name="python -m autograder", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return 2
    except click.ClickException as error:
        print(f"autograder: {error.format_message()} (python -m autograder --help lists the commands)", file=sys.stderr)
        return 2
    except (click.Abort, KeyboardInterrupt):
        print("autograder: stopped; what was graded is kept, the same command goes on from there", file=sys.stderr)
        return 130

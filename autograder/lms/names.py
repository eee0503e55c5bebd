"""File names that an LMS makes up when it packs a class's submissions: who, and which of the LMS's numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# Canvas (content_zipper.rb): the name, small and without blanks and hyphens; LATE; the user's and the file's number; the file as the
# student called it. Marked anonymously, anon_ and five letters stand for name and number.
_CANVAS = re.compile(r"(?P<name>[\w\u0080-\U0010ffff]+?)_(?P<late>LATE_)?(?P<user>[0-9]+)_(?P<file>[0-9]+)_(?P<title>.+)", re.DOTALL)
_CANVAS_ANONYMOUS = re.compile(r"(?P<late>LATE_)?(?P<name>anon_(?![0-9]{5}_)[0-9A-Za-z]{5})(?P<user>)_(?P<file>[0-9]+)_(?P<title>.+)",
                               re.DOTALL)
_CANVAS_TEXT = re.compile(r"(?P<name>[\w\u0080-\U0010ffff]+?)_(?P<late>LATE_)?(?P<user>[0-9]+)(?P<file>)_(?P<title>(?:text|link)\.html)")
# Moodle (mod/assign/classes/downloader.php): the full name, never with an underscore; the participant's number, which a default team
# lacks; the kind of submission, with an underscore behind it up to Moodle 4.0; in a download without folders, the file
_MOODLE = re.compile(r"(?P<name>[^_]*)(?:_(?P<user>[0-9]+))?_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<title>.*))?", re.DOTALL)


@dataclass(frozen=True)
class Named:
    """What a name says. lms: the LMS and its number of the student; upload: larger is later; title: the student's name for the file."""

    student: str
    lms: str
    title: str
    upload: tuple[int, ...] = ()
    late: bool = False
    kind: str = "file"


def recognise(paths: Iterable[Path], suffixes: tuple[str, ...]) -> dict[str, Named]:
    """What the names of a folder's entries say, by name, of those that an LMS made up.

    A name like Canvas's could be a student's own (`lab_1_2_final.ipynb`): it counts if most submissions in the folder look like that.
    """
    names = [path.name for path in paths]
    found = {name: named for name in names if (named := _canvas(name))}
    handed_in = [name for name in names if name.lower().endswith(suffixes)]
    if 2 * sum(name in found for name in handed_in) <= len(handed_in):
        found = {}
    return found | {name: named for name in names if (named := _moodle(name))}


def same_title(title: str, assignment: str) -> bool:
    """Whether a file is called like the assignment, apart from the number that a second upload or download adds."""
    return re.sub(r"(-[0-9]+| ?\([0-9]+\))$", "", Path(title).stem).lower() == assignment.lower()


def _canvas(name: str) -> Named | None:
    found = _CANVAS_ANONYMOUS.fullmatch(name) or _CANVAS.fullmatch(name) or _CANVAS_TEXT.fullmatch(name)
    if not found or (found["user"] and found["name"] != found["name"].lower()):
        return None
    again = re.search(r"-([0-9]{1,9})$", Path(found["title"]).stem)
    upload = (_number(found["file"]), int(again[1]) if again else 0)
    lms = f"canvas:{found['user']}" if found["user"] else ""
    return Named(found["name"], lms, found["title"], upload, bool(found["late"]), "file" if found["file"] else "text")


def _moodle(name: str) -> Named | None:
    found = _MOODLE.fullmatch(name)
    if not found or not (found["name"] or found["user"]):
        return None
    lms = f"moodle:{found['user']}" if found["user"] else ""
    return Named(found["name"] or found["user"], lms, found["title"] or "", kind=found["kind"])


def _number(digits: str) -> int:
    return int(digits[:18] or 0)  # int() refuses thousands of digits

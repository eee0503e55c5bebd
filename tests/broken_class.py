"""One class of everything that can be odd about a file without being an attack: broken, disguised, packed, oddly named."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import tests.archives
import tests.odd_but_honest  # noqa: F401  both fill FILES
from tests.class_builder import Submission, dump, filled, read_submissions
from tests.grading_run import copy_kit, grade
from tests.odd_files import FILES, OddFile

ODD: dict[str, OddFile] = {name: file for name, file in FILES.items() if file.expect != "nothing gained"}
HONEST = Submission("honest", "right")
NAMES = [  # of files that hold an honest solution: the student's id is data, whatever it looks like
    "=1+1", "@SUM(A1)", "-2+3", "+49 170 1234567", "a,b;c", 'she said "hi"', "<img src=x onerror=alert(1)>", "{{ 7 * 191 }}",
    "..", ".. ..", "-rf", "%2e%2e%2fetc%2fpasswd", "..\\..\\windows", "con", "a\nb", "\x1b]0;pwned\x07", "\u202egpj.exe",
    "José Núñez", "李雷", "Kopie von lstm (3)", "lstm.ipynb", "x" * 200, "UPPER", "upper", "nan", "0012",
]


def grade_broken_class(folder: Path) -> dict[str, Any]:
    """Grade everything; plain data: the run."""
    submissions = folder / "submitted"
    submissions.mkdir()
    for name, file in ODD.items():
        (submissions / f"{name}{file.suffix}").write_bytes(file.make(filled(HONEST)))
    for name, submission in read_submissions("fairness").items():
        (submissions / f"{name}.ipynb").write_bytes(dump(filled(submission)))
    for name in NAMES:
        (submissions / f"{name}.ipynb").write_bytes(dump(filled(HONEST)))
    (submissions / "essay.docx").write_bytes(b"PK\3\4 my essay")
    (submissions / "link.ipynb").symlink_to("/etc/passwd")
    (submissions / "nobody").mkdir()
    return {"run": asdict(grade(copy_kit(folder), submissions, folder / "out"))}

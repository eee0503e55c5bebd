"""Finding submissions: nobody is dropped, ids are data."""

import os

import pytest

from autograder.roster import file_name, find


def make(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    return folder


def test_files_and_folders(tmp_path):
    make(
        tmp_path, "ann.ipynb", "bob.zip", "cyd/lstm.ipynb", "dan/lstm/lstm.ipynb", "dan/lstm/notes.ipynb", ".DS_Store", "eve/my work.ipynb"
    )
    entries = {entry.student: entry for entry in find(tmp_path, "lstm")}
    assert {name: str(e.path.relative_to(tmp_path)) for name, e in entries.items()} == {
        "ann": "ann.ipynb",
        "bob": "bob.zip",
        "cyd": "cyd/lstm.ipynb",
        "dan": "dan/lstm/lstm.ipynb",
        "eve": "eve/my work.ipynb",
    }
    assert entries["dan"].notes == ("also handed in, not graded: notes.ipynb",)
    assert not any(entry.problem for entry in entries.values())


def test_what_cannot_be_graded_has_a_problem(tmp_path):
    make(tmp_path, "ann.txt", "bob/readme.md", "cyd/a.ipynb", "cyd/b.ipynb")
    problems = {entry.student: entry.problem for entry in find(tmp_path, "lstm")}
    assert "neither a notebook" in problems["ann.txt"]
    assert "holds no notebook" in problems["bob"]
    assert "2 submissions (a.ipynb, b.ipynb)" in problems["cyd"]


def test_the_latest_of_several_counts_and_that_is_said(tmp_path):
    make(tmp_path, "ann.ipynb", "ann.zip")
    os.utime(tmp_path / "ann.ipynb", (1, 1))
    (entry,) = find(tmp_path, "lstm")
    assert entry.path.name == "ann.zip"
    assert entry.notes == ("graded ann.zip, the latest; not ann.ipynb",)


def test_an_empty_folder_is_an_empty_class(tmp_path):
    assert find(tmp_path, "lstm") == []


@pytest.mark.parametrize(
    "student", ["../../etc/passwd", "=1+1", "<b>x</b>", "a\x1b[31mb", "O, Brien", "名前", "a" * 300, ".hidden", "", "-rf", "\udcff"]
)
def test_file_names_are_safe_and_distinct(student):
    name = file_name(student)
    assert name
    assert name == os.path.basename(name)
    assert name[0] not in ".-"
    assert len(name.encode()) < 120
    assert name != file_name(student + "'")


def test_plain_ids_stay_as_they_are():
    assert file_name("ann.b_c-1@uni.edu") == "ann.b_c-1@uni.edu"


def test_nobody_takes_the_name_of_another_students_files(tmp_path):
    make(tmp_path, "josé/a.ipynb", f"{file_name('josé')}/a.ipynb")
    found = {entry.path.parent.name: entry.student for entry in find(tmp_path, "lstm")}
    assert found == {"josé": "josé", file_name("josé"): f"{file_name('josé')}'"}
    assert len({file_name(student) for student in found.values()}) == 2

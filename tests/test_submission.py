"""Reading what was handed in: odd but honest files are read, everything else is refused by name."""

import json
import os
import random
import zipfile

import pytest

from autograder import submission
from autograder.submission import MAX_CELLS, Unreadable, read

CODE = {"cell_type": "code", "metadata": {}, "source": ["x = 1\n", "y = 2"], "outputs": [], "execution_count": None}
NOTEBOOK = {"cells": [{"cell_type": "markdown", "source": "# hi"}, CODE], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def written(path, content):
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def zipped(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("# hi", "\xff").encode("latin-1"),
    ],
    ids=["utf-8", "BOM", "utf-16", "not UTF-8"],
)
def test_encodings(tmp_path, encode):
    cells = read(written(tmp_path / "a.ipynb", encode(json.dumps(NOTEBOOK, ensure_ascii=False)))).cells
    assert [(cell.index, cell.source) for cell in cells] == [(2, "x = 1\ny = 2")]


@pytest.mark.parametrize(
    "change",
    [
        {"nbformat": "four"},
        {"nbformat": 99},
        {"metadata": None},
        {"metadata": {"x": float("nan")}},
        {"cells": [{"cell_type": "code", "source": "x = 1\ny = 2"}], "nbformat": 4},
        {"cells": [CODE | {"id": "a"}, CODE | {"id": "a"}]},
        {"cells": None, "worksheets": [{"cells": [{"cell_type": "code", "input": "x = 1\ny = 2"}]}]},
    ],
)
def test_odd_metadata_is_nobodys_fault(tmp_path, change):
    cells = read(written(tmp_path / "a.ipynb", NOTEBOOK | change)).cells
    assert {cell.source for cell in cells} == {"x = 1\ny = 2"}


def test_name_and_packing_do_not_change_the_digest(tmp_path):
    content = json.dumps(NOTEBOOK)
    plain = read(written(tmp_path / "a.ipynb", content.encode()))
    assert read(zipped(tmp_path / "b.zip", {"folder/other name.ipynb": content, "__MACOSX/x.ipynb": ""})).digest == plain.digest
    assert read(zipped(tmp_path / "c.ipynb", {"x.ipynb": content})).cells == plain.cells


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b'{"cells": [', "JSON is broken"),
        (b"import numpy\ndef f(): pass", "hand in the .ipynb"),
        (b"[]", "top level is list"),
        (b"{}", "no list of cells"),
        (b'{"cells": {}}', "no list of cells"),
        (b"[" * 200_000, "nested too deep"),
        (NOTEBOOK | {"cells": [CODE, 7]}, "cell 2: not a cell"),
        (NOTEBOOK | {"cells": [CODE | {"source": 5}]}, "cell 1: its source is not text but int"),
        (NOTEBOOK | {"cells": [CODE | {"cell_type": "exec"}]}, "cell 1: not a cell of a known type"),
        (NOTEBOOK | {"cells": [CODE | {"source": "#" * (2 << 20)}]}, "cell 1: 2097152 characters"),
        (NOTEBOOK | {"cells": [CODE] * 3001}, "3001 code cells"),
        (b"PK\x03\x04 no zip", "cannot be unpacked"),
        (b"9" * 5000, "JSON is broken"),
    ],
    ids=range(15),
)
def test_unreadable_names_the_file_and_the_cell(tmp_path, content, reason):
    with pytest.raises(Unreadable, match=r"ann\.ipynb") as refused:
        read(written(tmp_path / "ann.ipynb", content))
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({}, "holds 0: none"),
        ({"notes.txt": ""}, "holds 0"),
        ({"a.ipynb": "{}", "b.ipynb": "{}"}, "holds 2: a.ipynb, b.ipynb"),
        ({"../../etc/a.ipynb": "{}"}, "no list of cells"),
        ({f"{i}.txt": "" for i in range(5001)}, "holds 5001 files"),
    ],
)
def test_archives(tmp_path, members, reason):
    with pytest.raises(Unreadable, match=reason):
        read(zipped(tmp_path / "a.zip", members))
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(submission, "MAX_BYTES", 1 << 20)
    with pytest.raises(Unreadable, match="unpacks to 3 MiB"):
        read(zipped(tmp_path / "a.zip", {"a.ipynb": " " * (3 << 20)}))
    lying = bytearray((tmp_path / "a.zip").read_bytes())
    at = lying.find(b"PK\x01\x02") + 24  # the size that the archive's directory claims
    lying[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Unreadable):
        read(written(tmp_path / "b.zip", bytes(lying)))


def test_links_fifos_and_folders_are_not_opened(tmp_path):
    (tmp_path / "link.ipynb").symlink_to(written(tmp_path / "a.ipynb", NOTEBOOK))
    os.mkfifo(tmp_path / "fifo.ipynb")
    (tmp_path / "folder.ipynb").mkdir()
    for name, reason in (("link", "symbolic link"), ("fifo", "not a regular file"), ("folder", "folder"), ("gone", "cannot be opened")):
        with pytest.raises(Unreadable, match=reason):
            read(tmp_path / f"{name}.ipynb")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damaged_zips_are_read_or_refused(tmp_path, method):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", method) as archive:
        archive.writestr("a.ipynb", json.dumps(NOTEBOOK) + " ".join(map(str, range(500))))
    data, damage, refused = (tmp_path / "a.zip").read_bytes(), random.Random(5), 0
    for _ in range(100):
        broken = bytearray(data)
        broken[damage.randrange(60, len(data))] ^= 1 << damage.randrange(8)
        try:
            read(written(tmp_path / "a.zip", bytes(broken)))
        except Unreadable:
            refused += 1
    assert refused > 50


@pytest.mark.parametrize("notebook", [
    {"cells": [{"cell_type": "markdown"}] * (MAX_CELLS + 1)}, {"worksheets": [{"cells": 5}, {"cells": [7]}]},
])
def test_too_many_cells_and_none(tmp_path, notebook):
    with pytest.raises(Unreadable, match=rf"limit is {MAX_CELLS}$|cell 1"):
        read(written(tmp_path / "a.ipynb", notebook))


def test_more_lists_than_memory_holds_are_not_parsed(tmp_path, monkeypatch):
    monkeypatch.setattr(submission, "MAX_PARTS", 1000)
    with pytest.raises(Unreadable, match="more than 1000 lists"):
        read(written(tmp_path / "a.ipynb", NOTEBOOK | {"metadata": {"x": [[]] * 1000}}))

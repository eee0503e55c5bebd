"""Zips that students, learning platforms and attackers hand in."""

import io
import stat
import struct
import warnings
import zipfile

from tests.class_builder import Notebook, dump, printed
from tests.odd_files import odd


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """A zip of these members, odd as they may be."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)  # duplicate names
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def special(name: str, mode: int) -> zipfile.ZipInfo:
    """A member that says it is a link or a device."""
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (mode | 0o777) << 16
    return info


@odd("full", suffix=".zip")
def one_notebook(notebook: Notebook) -> bytes:
    """a zip that holds the notebook"""
    return zipped(("lstm.ipynb", dump(notebook)))


@odd("full", suffix=".zip")
def zipped_on_a_mac(notebook: Notebook) -> bytes:
    """a zip with the litter of macOS and Jupyter, and a picture"""
    litter = {"__MACOSX/hand in/._lstm.ipynb": b"\0\5\x16\7", "hand in/plot.png": b"PNG", "hand in/": b"",
              "hand in/.ipynb_checkpoints/lstm-checkpoint.ipynb": dump(printed())}
    return zipped(*litter.items(), ("hand in/lstm.ipynb", dump(notebook)))


@odd("full", suffix=".zip")
def name_in_another_encoding(notebook: Notebook) -> bytes:
    """a zip whose member has a name that is not UTF-8"""
    return zipped(("Lxsung.ipynb", dump(notebook))).replace(b"Lxsung", b"L\x94sung")


@odd("full", suffix=".ipynb")
def zip_named_ipynb(notebook: Notebook) -> bytes:
    """a zip that is called .ipynb"""
    return zipped(("lstm.ipynb", dump(notebook)))


@odd("full", suffix=".zip")
def climbs_out(notebook: Notebook) -> bytes:
    """a zip whose member wants to be written above its folder"""
    return zipped(("../../../../../../tmp/climbed-out.ipynb", dump(notebook)), ("/etc/climbed-out", b"pwned"))


@odd("unreadable", "2", suffix=".zip")
def two_notebooks(notebook: Notebook) -> bytes:
    """a zip of two notebooks, of which one would have to be guessed"""
    return zipped(("lstm.ipynb", dump(printed())), ("lstm-final.ipynb", dump(notebook)))


@odd("unreadable", "2", suffix=".zip")
def one_name_twice(notebook: Notebook) -> bytes:
    """a zip that holds two notebooks of one name"""
    return zipped(("lstm.ipynb", dump(printed())), ("lstm.ipynb", dump(notebook)))


@odd("unreadable", "link", suffix=".zip")
def symbolic_link(notebook: Notebook) -> bytes:
    """a zip whose notebook is a link to a file of the grader's"""
    return zipped((special("lstm.ipynb", stat.S_IFLNK), b"/etc/passwd"))


@odd("unreadable", suffix=".zip")
def device(notebook: Notebook) -> bytes:
    """a zip whose notebook says it is a device"""
    return zipped((special("lstm.ipynb", stat.S_IFCHR), b""))


@odd("unreadable", "MiB", suffix=".zip")
def bomb(notebook: Notebook) -> bytes:
    """a few bytes that unpack to 256 MiB"""
    return zipped(("lstm.ipynb", bytes(1 << 28)))


@odd("unreadable", suffix=".zip")
def bomb_that_lies(notebook: Notebook) -> bytes:
    """150 MB that say they are 1,000 bytes"""
    data = zipped(("lstm.ipynb", b" " * 150_000_000))
    return data.replace(struct.pack("<I", 150_000_000), struct.pack("<I", 1000))


@odd("unreadable", "10001", suffix=".zip")
def ten_thousand_members(notebook: Notebook) -> bytes:
    """a zip of ten thousand files"""
    return zipped(("lstm.ipynb", dump(notebook)), *((f"data/{i}.txt", b"") for i in range(10_000)))


@odd("unreadable", "zip", suffix=".zip")
def cut_zip(notebook: Notebook) -> bytes:
    """a zip whose upload stopped half-way"""
    return zipped(("lstm.ipynb", dump(notebook)))[:3000]


@odd("unreadable", "0", suffix=".zip")
def empty_zip(notebook: Notebook) -> bytes:
    """a zip of nothing"""
    return zipped()


@odd("unreadable", suffix=".zip")
def zip_in_a_zip(notebook: Notebook) -> bytes:
    """a zip in a zip"""
    return zipped(("lstm.zip", zipped(("lstm.ipynb", dump(notebook)))))


@odd("unreadable", suffix=".zip")
def encrypted(notebook: Notebook) -> bytes:
    """a zip that needs a password"""
    data = bytearray(zipped(("lstm.ipynb", dump(notebook))))
    data[6] |= 1  # the flag in the member's header
    data[data.index(b"PK\1\2") + 8] |= 1  # and in the directory
    return bytes(data)

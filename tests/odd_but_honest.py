"""Odd files with an honest solution inside: whatever the student's tools did to the file, no mark is lost."""

import base64
import copy
import json

from tests.class_builder import Notebook, code_cell, dump, exercise_cells, printed, text
from tests.odd_files import odd


@odd("full")
def byte_order_mark(notebook: Notebook) -> bytes:
    """saved as UTF-8 with a byte order mark"""
    return b"\xef\xbb\xbf" + dump(notebook)


@odd("full")
def utf_16(notebook: Notebook) -> bytes:
    """saved as UTF-16"""
    return dump(notebook).decode().encode("utf-16")


@odd("full")
def utf_16_big_endian(notebook: Notebook) -> bytes:
    """saved as UTF-16, big end first"""
    return b"\xfe\xff" + dump(notebook).decode().encode("utf-16-be")


@odd("full")
def windows_line_ends(notebook: Notebook) -> bytes:
    """saved with Windows line ends, in the file and in the code"""
    for cell in notebook["cells"]:
        cell["source"] = text(cell).replace("\n", "\r\n")
    return dump(notebook).replace(b"\n", b"\r\n")


@odd("full")
def bytes_that_are_not_utf_8(notebook: Notebook) -> bytes:
    """a markdown cell with bytes from another encoding"""
    notebook["cells"][0]["source"] = "caf@ cr@me"
    return dump(notebook).replace(b"caf@ cr@me", b"caf\xe9 cr\xe8me")


@odd("full")
def surrogates_in_the_text(notebook: Notebook) -> bytes:
    """half an emoji in a markdown cell and in a comment"""
    notebook["cells"][0]["source"] = "@half@"
    notebook["cells"].append(code_cell("print(1)  # @half@", "half"))
    return dump(notebook).replace(b"@half@", b"\\ud83d")


@odd("full")
def older_setup(notebook: Notebook) -> bytes:
    """setup and labs of an older release, which are not the printed ones"""
    for cell in notebook["cells"]:
        if {"setup", "lab", "check"} & set(cell["metadata"].get("tags", ())):
            cell["source"] = "# printed earlier\n" + text(cell)
    return dump(notebook)


@odd("full")
def source_as_lines(notebook: Notebook) -> bytes:
    """sources stored as lists of lines, as Jupyter does"""
    for cell in notebook["cells"]:
        cell["source"] = text(cell).splitlines(keepends=True)
    return dump(notebook)


@odd("full")
def no_notebook_metadata(notebook: Notebook) -> bytes:
    """no metadata for the notebook"""
    del notebook["metadata"]
    return dump(notebook)


@odd("full")
def no_cell_metadata(notebook: Notebook) -> bytes:
    """cells without metadata, ids and tags"""
    for cell in notebook["cells"]:
        cell.pop("metadata", None)
        cell.pop("id", None)
    return dump(notebook)


@odd("full")
def no_outputs(notebook: Notebook) -> bytes:
    """code cells without outputs and execution_count"""
    for cell in notebook["cells"]:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    return dump(notebook)


@odd("full")
def one_id_for_all(notebook: Notebook) -> bytes:
    """every cell has the same id"""
    for cell in notebook["cells"]:
        cell["id"] = "same"
    return dump(notebook)


@odd("full")
def nbformat_99(notebook: Notebook) -> bytes:
    """claims a format of the far future"""
    return dump(notebook | {"nbformat": 99})


@odd("full")
def nbformat_in_words(notebook: Notebook) -> bytes:
    """the format's number is a word"""
    return dump(notebook | {"nbformat": "four", "nbformat_minor": None})


@odd("full")
def worksheets(notebook: Notebook) -> bytes:
    """saved in the old format with worksheets"""
    cells = [cell | {"input": cell["source"]} for cell in notebook["cells"]]
    for cell in cells:
        del cell["source"]
    return json.dumps({"nbformat": 3, "metadata": {}, "worksheets": [{"cells": cells}]}).encode()


@odd("full")
def nan_in_the_metadata(notebook: Notebook) -> bytes:
    """NaN and Infinity in the metadata"""
    return dump(notebook).replace(b'"nbformat": 4', b'"nbformat": 4, "score": NaN, "max": -Infinity', 1)


@odd("full")
def unknown_kernel(notebook: Notebook) -> bytes:
    """a kernel that does not exist here"""
    notebook["metadata"]["kernelspec"] = {"name": "julia-9.9", "display_name": "Julia", "language": "julia"}
    return dump(notebook)


@odd("full")
def large_outputs(notebook: Notebook) -> bytes:
    """30 MB of stored pictures"""
    image = base64.b64encode(bytes(22_500_000)).decode()
    output = {"output_type": "display_data", "data": {"image/png": image}, "metadata": {}}
    notebook["cells"].append(code_cell("# a picture", "picture") | {"outputs": [output]})
    return dump(notebook)


@odd("full")
def many_empty_cells(notebook: Notebook) -> bytes:
    """20,000 empty markdown cells"""
    notebook["cells"] += [{"cell_type": "markdown", "id": f"e{i}", "metadata": {}, "source": ""} for i in range(20_000)]
    return dump(notebook)


@odd("full")
def duplicated_cells(notebook: Notebook) -> bytes:
    """every answer twice: first the empty one, then the right one"""
    for name, cell in list(exercise_cells(printed())):
        twin = next(twin for other, twin in exercise_cells(notebook) if other == name)
        notebook["cells"].insert(notebook["cells"].index(twin), copy.deepcopy(cell))
    return dump(notebook)


@odd("full")
def check_cells_deleted(notebook: Notebook) -> bytes:
    """deleted every cell that checks or exports"""
    notebook["cells"] = [cell for cell in notebook["cells"] if not text(cell).startswith("grader.")]
    return dump(notebook)


@odd("full")
def answers_in_reverse(notebook: Notebook) -> bytes:
    """answers in reverse order"""
    cells = [cell for _, cell in exercise_cells(notebook)]
    backwards = [copy.deepcopy(cell) for cell in reversed(cells)]
    for cell, other in zip(cells, backwards, strict=True):
        cell.update(other)
    return dump(notebook)


@odd("full")
def everything_in_one_cell(notebook: Notebook) -> bytes:
    """all answers moved into one cell"""
    cells = [cell for _, cell in exercise_cells(notebook)]
    cells[0]["source"] = "\n\n".join(cell["source"] for cell in cells)
    for cell in cells[1:]:
        notebook["cells"].remove(cell)
    return dump(notebook)

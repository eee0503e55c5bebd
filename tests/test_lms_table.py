"""A table of an LMS: read as the csv module reads it, written back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.lms.table import Table, TableError, disarmed

# without \r: Python 3.11's csv.writer does not quote it
TEXT = st.text(st.one_of(st.sampled_from(",;\t\"'\n =+-@9"), st.characters(codec="utf-8", exclude_characters="\ufeff\r")), max_size=8)
ROWS = st.lists(st.lists(TEXT, min_size=3, max_size=3), min_size=1, max_size=5)


def written(rows, delimiter, end, quoting):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows([["Student", "ID", "Section"], *rows])
    return out.getvalue()


@given(ROWS, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
       st.sampled_from(["", "\ufeff"]), TEXT)
def test_round_trip(rows, delimiter, end, quoting, bom, new):
    text = bom + written(rows, delimiter, end, quoting)
    table = Table(text.encode())
    assert str(table) == text
    assert [[table.get(row, column) for column in range(3)] for row in range(1, len(table))] == rows
    table.set(1, 1, new)
    rows[0][1] = new
    assert list(csv.reader(io.StringIO(str(table).removeprefix("\ufeff"), newline=""), delimiter=delimiter))[1:] == rows
    table.set(1, 1, "x")
    rows[0][1] = "x"
    assert Table(str(table).encode()).get(1, 1) == "x"


@given(ROWS)
def test_after_disarming_only_numbers_begin_like_formulas(rows):
    table = Table(written(rows, ",", "\n", csv.QUOTE_MINIMAL).encode())
    table.disarm()
    for row in list(csv.reader(io.StringIO(str(table), newline="")))[1:]:
        for cell in row:
            if cell.strip()[:1] in tuple("=+-@"):
                assert not any(c.isalpha() for c in cell.partition(";")[0])


@pytest.mark.parametrize("text", ["-5", "+1", "-1,5", "+12.5%", "-", "--", " - ", "12", "a-b", "two\n-lines", "", "N/A", "-1.234,5"])
def test_what_is_no_formula_stays(text):
    assert disarmed(text) == text


@given(st.binary(max_size=60))
def test_any_bytes_are_a_table_or_an_error(data):
    try:
        table = Table(data)
    except TableError:
        return
    assert str(table).encode() == data


def test_a_short_row_grows_where_it_is_written_to():
    table = Table(b"a,b,c\n1\n")
    table.set(1, 2, "x,y")
    assert str(table) == 'a,b,c\n1,,"x,y"\n'

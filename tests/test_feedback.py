"""The page a student reads: all of it is there, nothing in it is trusted."""

import dataclasses
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import feedback, pages
from autograder.client.compare import difference
from autograder.grid import COLUMNS, ROWS, grid
from autograder.results import Outcome
from autograder.untrusted import clean
from tests.markup import is_inert, parsed, shape, words
from tests.verdicts import (
    CLASS,
    ERROR,
    HOSTILE,
    MIXED,
    PARTIAL,
    PERFECT,
    UNREADABLE,
    UNSANDBOXED,
    F,
    N,
    check,
    exercise,
    verdict,
    with_text,
)

TEMPLATES = Path(pages.__file__).parent / "templates"


def page(given_verdict):
    return parsed(feedback.render(given_verdict, "Cells"))


@pytest.mark.parametrize("one", CLASS, ids=lambda v: v.student)
def test_page_loads_nothing_and_runs_nothing(one):
    soup = page(one)
    assert is_inert(soup)
    assert all(a["href"].startswith("#") for a in soup.find_all("a"))
    assert not re.search(r"url\(|@import|https?://", str(soup))
    assert "prefers-color-scheme: dark" in soup.style.string
    assert soup.find("meta", attrs={"name": "viewport"})


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
@pytest.mark.parametrize("one", CLASS, ids=lambda v: v.student)
def test_hostile_text_changes_no_markup(one, hostile):
    harmless = page(with_text(one, lambda text: text and f"{text} harmless"))
    attacked = page(with_text(one, lambda text: text and text + hostile))
    assert shape(attacked) == shape(harmless)


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_page_holds_only_visible_characters(hostile):
    html = feedback.render(with_text(PARTIAL, lambda text: text and hostile), hostile)
    assert all(character.isprintable() or character == "\n" for character in html)
    html.encode()


@pytest.mark.parametrize("character", ["x", "<", "\0", "\n", "\x1b[31m", "́"])
def test_enormous_text_makes_no_enormous_page(character):
    huge = character * (60_000_000 // len(character))
    attacked = with_text(PARTIAL, lambda text: text and huge)
    attacked = dataclasses.replace(attacked, cell_errors=attacked.cell_errors * 20_000, notes=(huge,) * 1000)
    assert len(feedback.render(attacked, "Cells")) < 200_000


def test_every_check_is_told_in_order_with_outcome_message_and_place():
    first, second = page(MIXED).select(".exercise")
    items = first.select(".checks > li")
    assert [words(li.select_one(".sentence")) for li in items] == [c.sentence for c in MIXED.exercises[0].checks]
    assert [(words(li.select_one(".mark")), words(li.select_one(".outcome")).split(" ·")[0]) for li in items] == [
        ("✓", "passed"), ("✗", "failed"), ("✗", "failed"), ("–", "not run")]
    assert "h has wrong values (1 of 4 differ)" in words(items[1])
    assert words(items[3].select_one(".message")) == "it did not come back"
    assert words(items[1].select_one(".points")) == "0 / 2"
    assert words(first.select_one(".points")) == "1 of 5 points"
    assert "Right, but in float32." in words(second)
    assert "step is defined twice" in words(page(MIXED).find(id="notes"))


def test_a_place_is_named_where_the_message_does_not():
    hidden = check("a", F, message="wrong values", where='grads["W"]')
    assert 'Where: grads["W"]' in words(page(verdict("x", exercise("step", hidden))))


def test_a_hint_stands_once_per_exercise():
    assert [words(hint) for hint in page(MIXED).select(".hint p:last-child")] == ["Two gates are swapped."]


def test_a_repeated_message_is_said_once():
    checks = [check(name, F, message="your function raised ValueError") for name in "abc"]
    soup = page(verdict("x", exercise("step", *checks)))
    assert len(soup.select(".message")) == 1
    assert [c.sentence for c in checks] == [words(s) for s in soup.select(".sentence")]
    assert str(soup).count("for the same reason") == 2


def test_grid_marks_what_differs_by_more_than_colour():
    yours, expected = page(MIXED).select("table.grid")
    assert [words(td) for td in yours.select("td.differs")] == ["✗ 9"]
    assert [words(td) for td in expected.select("td.differs")] == ["4"]
    assert len(yours.select("td:not(.corner)")) == 4


def test_hidden_checks_show_no_numbers():
    leaky = check("a", F, message="h is wrong", got=[1.25, 2.5], expected=[1.25, 3.5])
    soup = page(verdict("x", exercise("step", leaky)))
    assert not soup.select(".grid")
    assert "2.5" not in words(soup.select_one(".checks"))


@given(st.data())
def test_grid_marks_what_compare_counts(data):
    rows, columns = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 5))
    numbers = st.sampled_from([0.0, 1.0, -2.0, 1e-5, 1.5e-5, 3e-5, 1.0001, 1.0003, 1e6, 1e6 + 99, np.nan, np.inf])
    arrays = st.lists(st.lists(numbers, min_size=columns, max_size=columns), min_size=rows, max_size=rows).map(np.array)
    got, expected = data.draw(arrays), data.draw(arrays)
    expected[np.isnan(expected)] = 0.0
    expected[0, 0] = np.inf  # so that `difference` compares values even where an answer is not finite
    found = difference(got, expected)
    marked = sum(wrong for _, row in grid(got.tolist(), expected.tolist()).got.rows for _, wrong in row)
    assert marked == (int(found.detail.split()[0]) if found else 0)


@pytest.mark.parametrize(("got", "expected"), [
    (None, [1.0]), ([1.0], None), ([], []), ([[1], [1, 2]], [1]), ("<b>", [1]), ([[]], [[]]), ([10**400], [1.0]),
])
def test_what_is_no_array_has_no_grid(got, expected):
    assert grid(got, expected) is None


@pytest.mark.parametrize("shape", [(), (3,), (40,), (30, 20), (2, 3, 4), (5, 1, 12, 11)])
def test_grid_shows_the_first_difference_of_any_shape(shape):
    expected = np.zeros(shape)
    got = expected.copy()
    got[tuple(n - 1 for n in shape)] = 7
    shown = grid(got.tolist(), expected.tolist())
    assert [text for _, row in shown.got.rows for text, differs in row if differs] == ["7"]
    assert len(shown.got.rows) <= ROWS
    assert all(len(row) == len(shown.got.columns) <= COLUMNS for _, row in shown.got.rows)
    assert bool(shown.part) == (got.size > sum(len(row) for _, row in shown.got.rows))


def test_grid_of_different_shapes_shows_both():
    shown = grid([[1.0, 2.0]], [1.0, 2.0, 3.0])
    assert (shown.got.shape, shown.expected.shape) == ((1, 2), (3,))
    assert not any(differs for table in (shown.got, shown.expected) for _, row in table.rows for _, differs in row)


@pytest.mark.parametrize(("one", "told"), [
    (PARTIAL, "Part of your notebook could not be run"), (UNREADABLE, "lee.ipynb, cell 7: its source is not text"),
    (ERROR, "Your work is safe"), (ERROR, "our fault"), (ERROR, "tell your instructor"), (UNSANDBOXED, "without a sandbox"),
], ids=lambda value: getattr(value, "student", ""))
def test_status_is_explained(one, told):
    assert told in " ".join(words(banner) for banner in page(one).select(".banner"))


def test_an_honest_page_has_no_banner():
    assert not page(PERFECT).select(".banner")


def test_a_fault_of_ours_keeps_its_detail_and_shows_no_score():
    text = words(page(ERROR))
    assert "IndexError" not in text
    assert "0.123" not in text
    assert not page(ERROR).select(".score")


def test_cell_errors_say_cell_line_and_source():
    cells = page(PARTIAL).find(id="cells")
    assert "Cell 9, line 4: NameError: name 'np' is not defined" in words(cells)
    assert words(cells.pre) == "4 h = np.zeros(3)"


def test_headline_says_what_to_do_next():
    untouched = verdict("x", *(exercise(name, check("a", N, message="still empty")) for name in ("step", "loop")))
    started = verdict("x", exercise("step", check("a", F, message="no"), check("b", F, message="no")))
    almost = verdict("x", exercise("step"), exercise("loop", check("a"), check("b", F)))
    assert feedback.headline(PERFECT) == "Every check passes. You can close the laptop now."
    assert feedback.headline(untouched) == "Nothing to check yet. A good place to start: step."
    assert feedback.headline(started) == "You have made a start. A good next step: step."
    assert feedback.headline(almost) == "One check to go, in loop."
    assert feedback.headline(MIXED).startswith("You have completed 1 of 2 exercises. Start with step")
    assert feedback.headline(UNREADABLE) == ""
    assert feedback.state(untouched.exercises[0]) == (Outcome.NOT_RUN, "not run: still empty")


def test_ids_in_the_page_are_unique_and_every_link_lands():
    soup = page(PARTIAL)
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in soup.find_all("a")} <= set(ids)


@pytest.mark.parametrize("text", HOSTILE)
def test_clean_leaves_one_short_visible_line(text):
    assert clean(text).isprintable()
    assert len(clean(text * 1000, 50)) <= 51
    assert clean(clean(text)) == clean(text)


def test_clean_keeps_honest_text():
    assert clean("Zoë 李 σ(W·[h, x]) – ✓") == "Zoë 李 σ(W·[h, x]) – ✓"
    assert clean("\x1b[0;31mValueError\x1b[0m: bad") == "ValueError: bad"
    assert clean("a\nb\tc") == "a b c"


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_no_template_turns_escaping_off(template):
    assert not re.search(r"\|\s*safe|autoescape|xmlattr|\|\s*tojson|<script|\son\w+=", template.read_text())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(scheme):
    blocks = re.findall(r":root \{(.*?)\}", (TEMPLATES / "page.css").read_text(), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", blocks[["light", "dark"].index(scheme)]))

    def luminance(name):
        parts = [int(colours[name][i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(a, b):
        low, high = sorted((luminance(a), luminance(b)))
        return (high + 0.05) / (low + 0.05)

    on_card = [(text, "card") for text in ("ink", "quiet", "good", "bad", "link")]
    elsewhere = [("ink", "page"), ("quiet", "page"), ("ink", "hint"), ("ink", "mark"), ("ink", "code"), ("link", "page")]
    assert {pair: round(contrast(*pair), 2) for pair in on_card + elsewhere if contrast(*pair) < 4.5} == {}
    assert contrast("bar", "card") >= 3

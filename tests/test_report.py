"""The page a lecturer reads: counts, mistakes, links, and one line on what to do next."""

import base64
from dataclasses import replace

import pytest

from autograder import report
from autograder.results import ExerciseResult, Status
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
    wrong,
)


def link(student):
    return f"feedback/{student}.html"


def page(verdicts, where=link):
    return parsed(report.render(verdicts, "Cells", where))


def rows(soup, section):
    return [[words(td) for td in tr.select("td")] for tr in soup.select(f"#{section} tr") if tr.select("td")]


def test_counts_by_status():
    soup = page(CLASS)
    counts = {tile["id"]: words(tile.dd) for tile in soup.select(".tiles > div")}
    assert counts == {"count-all": "6", "count-graded": "3", "count-partial": "1", "count-unreadable": "1",
                      "count-error": "1", "mean": "5.5", "median": "6.5"}


def test_needs_a_look_lists_everything_odd_with_its_reason():
    assert rows(page(CLASS), "attention") == [
        ["kim", "graded", "graded without a sandbox"], ["lee", "unreadable", "lee.ipynb, cell 7: its source is not text"],
        ["maryam", "partial", "step: not run: it did not come back"],
        ["sam", "error", "check step.values raised IndexError at 0.123"],
    ]
    assert "1 of 6" in words(page(CLASS).find(id="sandbox"))


def test_a_class_without_a_sandbox_is_said_once():
    soup = page([UNSANDBOXED, replace(UNSANDBOXED, student="mo")])
    assert "all of 2" in words(soup.find(id="sandbox"))
    assert soup.find(id="attention") is None


def test_exercises_have_full_marks_mean_and_not_run():
    assert [[cell for cell in row if cell] for row in rows(page(CLASS), "exercises")] == [
        ["step", "2 of 4", "2.5 of 5", "–"], ["loop", "3 of 4", "3 of 4", "1"]]


def test_mistakes_are_counted_and_say_who():
    other = wrong("step", "drops_the_bias", "No bias.")
    class_ = [verdict("ann", wrong("step")), verdict("bob", wrong("step")), verdict("cem", other)]
    first, second = page(class_).select(".mistakes > li")
    assert "swaps two gates in step 2 of 3 Two gates are swapped." in words(first)
    assert [(words(a), a["href"]) for a in first.select("details a")] == [
        ("ann", "feedback/ann.html"), ("bob", "feedback/bob.html")]
    assert "drops the bias in step 1 of 3 No bias." in words(second)


def test_hardest_checks_come_first_and_count_only_where_they_ran():
    class_ = [verdict(str(i), exercise("step", check("easy", F if i < 1 else N if i > 2 else "passed"), check("hard", F)))
              for i in range(4)]
    assert [row[:3] for row in rows(page(class_), "checks")] == [
        ["the sentence of hard", "step", "4 of 4"], ["the sentence of easy", "step", "1 of 3"]]


@pytest.mark.parametrize(("verdicts", "line"), [
    ([], "No submissions yet."),
    ([UNREADABLE, replace(UNREADABLE, student="x")],
     "None of 2 submissions could be read: see why below, and ask for new files."),
    (CLASS, "1 submission could not be graded through a fault of ours: see why below, then grade again."),
    ([MIXED, PARTIAL, PERFECT], "2 of 3 share a mistake in step, “swaps two gates”: worth five minutes in class."),
    ([PERFECT, MIXED], "1 of 2 have full marks, and no mistake is common."),
    ([verdict(n, exercise("step", check("a", F))) for n in "xyz"],
     "3 of 3 fail a check of step, “the sentence of a”: worth an example in class."),
    ([verdict(n, wrong("step", "some outputs")) for n in "xy"],
     "2 of 2 fail a check of step, “the sentence of values”: worth an example in class."),
    ([verdict("x", wrong("step")), verdict("y", wrong("step")), *(replace(PERFECT, student=str(i)) for i in range(19))],
     "19 of 21 have full marks, and no mistake is common."),
    ([verdict("x", exercise("step"))], "1 of 1 have full marks, and no mistake is common."),
    ([replace(PERFECT, exercises=(ExerciseResult("step", ()),))], "0 of 1 have full marks, and no mistake is common."),
], ids=range(10))
def test_the_top_line_says_what_to_do_next(verdicts, line):
    assert words(page(verdicts).find(id="next")) == line


def test_histogram_shows_the_same_in_light_and_dark():
    soup = page(CLASS)
    image, source = soup.select_one("#scores img"), soup.select_one("#scores source")
    assert image["alt"] == "Histogram of 4 scores, in points: 1 from 0.9 to 1.8, 1 from 4.5 to 5.4, 2 from 7.2 to 8.1."
    light, dark = (base64.b64decode(uri.partition(",")[2]).decode() for uri in (image["src"], source["srcset"]))
    assert light.count("#5d7fa8") == dark.count("#7f9fc6") > 0
    assert "#5d7fa8" not in dark
    assert "#20242a" not in dark
    assert "prefers-color-scheme: dark" in source["media"]


def test_page_is_the_same_whatever_the_order():
    assert report.render(CLASS, "Cells", link) == report.render(CLASS[::-1], "Cells", link)


def test_page_loads_nothing_and_runs_nothing():
    soup = page(CLASS)
    assert is_inert(soup)
    assert {a["href"] for a in soup.find_all("a")} == {link(v.student) for v in CLASS}


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_hostile_text_changes_no_markup(hostile):
    def class_with(extra):
        return [with_text(v, lambda text: text and (text if text == "none" else text + extra)) for v in CLASS]

    attacked = report.render(class_with(hostile), hostile, lambda student: student)
    assert shape(parsed(attacked)) == shape(page(class_with(" harmless")))
    assert all(character.isprintable() or character == "\n" for character in attacked)


@pytest.mark.parametrize("place", ["javascript:alert(1)", "//evil.example/x", "data:,x", "\\\\evil\\x", "\ud800", "a?b#c"])
def test_links_stay_relative(place):
    hrefs = {a["href"] for a in page([PERFECT], lambda student: place).find_all("a")}
    assert len(hrefs) == 1
    assert not any(href.startswith("/") or set(href) & set(":\\?#") for href in hrefs)


def test_an_empty_class_and_an_unreadable_one_have_pages():
    empty, unread = page([]), page([UNREADABLE, replace(ERROR, student="x")])
    assert words(empty.find(id="count-all")) == "submissions 0"
    assert len(rows(unread, "attention")) == 2
    for soup in (empty, unread):
        assert not soup.select("#scores, #exercises, #mistakes, #checks, #mean")


def test_a_class_of_three_hundred():
    class_ = [replace(CLASS[i % len(CLASS)], student=f"s{i:03}") for i in range(300)]
    soup = page(class_)
    assert words(soup.find(id="count-all")) == "submissions 300"
    assert len(rows(soup, "everyone")) == 300
    assert sum(v.status is not Status.GRADED or v.sandbox == "none" for v in class_) == len(rows(soup, "attention"))

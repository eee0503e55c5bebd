"""Sentence pairs, reports and Tatoeba's parser: what students train on is what the notebook says it is."""

import io
import threading
import zipfile
from collections import Counter
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from datasets import tatoeba
from datasets.halvic import ADJECTIVES, ASKS, NOT, NOUNS, VERBS, said
from datasets.pairs import SHORTEST, SOURCE_LENGTH, TARGET_LENGTH, pairs
from datasets.remote import DownloadError, Source
from datasets.summaries import REPORT_LENGTH, SUMMARY_LENGTH, reports

TRAIN, HIDDEN = pairs(3000, 1), pairs(400, 2, "hidden")


def _word(words, english):
    return next(word for word in words if english == word["english"] or english == word["english"][0])


def _phrase(noun, number=0, article="the", adjective=None):
    return {"noun": _word(NOUNS, noun), "number": number, "article": article, "adjective": adjective and _word(ADJECTIVES, adjective)}


def _said(verb, particle="", **parts):
    verb = next(v for v in VERBS if (v["base"], v["particle"]) == (verb, particle))
    plain = {"tense": 0, "subject": _phrase("baker"), "object": None, "receiver": None, "place": None, "asked": False, "negated": False,
             "time": "", "split": False, "to": False, "reason": None, "mood": None, "pronoun": "he"}
    return tuple(" ".join(words) for words in said(plain | {"verb": verb} | parts))


def test_the_same_seed_gives_the_same_pairs():
    assert pairs(50, 7, "hidden") == pairs(50, 7, "hidden") != pairs(50, 8, "hidden")


def test_no_sentence_comes_twice_and_lengths_fit():
    assert len({english for english, _ in TRAIN}) == len(TRAIN)
    assert all(SHORTEST <= len(english) <= SOURCE_LENGTH and len(halvic) < TARGET_LENGTH for english, halvic in TRAIN + HIDDEN)


def test_what_is_known_can_be_kept_out():
    known = frozenset(english for english, _ in TRAIN)
    assert not known.intersection(english for english, _ in pairs(200, 1, "train", known))


def test_verbs_stand_last_and_tear_and_agree():
    english, halvic = _said("pick", "up", subject=_phrase("baker", 1), object=_phrase("lamp", 0, "a", "red"), split=True)
    assert english == "the bakers picked a red lamp up"
    subject, prefix, lamp, red, tense, verb = halvic.split()[1], *halvic.split()[2:3], *halvic.split()[4:]
    assert (subject, prefix, tense) == (_word(NOUNS, "baker")["halvic"][1], "ap", "na")
    assert (lamp, red[:-2], verb[-2:]) == (_word(NOUNS, "lamp")["halvic"][0], _word(ADJECTIVES, "red")["halvic"][0][:-2], "an")


def test_it_has_the_gender_of_what_it_stands_for():
    wet = _word(ADJECTIVES, "wet")
    for noun in ("lamp", "boat", "key", "book", "coat"):
        english, halvic = _said("sell", object=_phrase(noun), reason=("object", wet, 0))
        gender = _word(NOUNS, noun)["gender"]
        assert english == f"the baker sold the {noun} because it was wet"
        assert halvic.split()[-4:-2] == [("jo", "ja", "je")[gender], wet["halvic"][gender]]
    assert {noun["gender"] for noun in NOUNS if noun["kind"] == "thing"} == {0, 1, 2}


def test_numbers_leave_the_noun_alone_and_questions_are_marked():
    place = _phrase("castle") | {"near": 0}
    english, halvic = _said("sleep", subject=_phrase("man", 1, "two", "old"), asked=True, negated=True, place=place)
    assert english == "did two old men not sleep in the castle ?"
    words = halvic.split()
    assert (words[0], words[2], words[-1]) == (ASKS, _word(NOUNS, "man")["halvic"][0], NOT)


def test_a_sentence_has_one_translation_and_words_are_known():
    """English says all that Halvic must say, and hidden sentences hold no word that training lacks."""
    assert len(dict(TRAIN + HIDDEN)) == len({*TRAIN, *HIDDEN})
    many = pairs(6000, 20211115)
    for side in (0, 1):
        assert {word for pair in HIDDEN for word in pair[side]} <= {word for pair in many for word in pair[side]}
    assert min(Counter(word for _, halvic in many for word in halvic).values()) >= 8


def test_half_of_the_hidden_pairs_are_built_in_a_way_that_training_never_shows():
    """A question with a torn verb is one of them."""
    def torn(question):
        return question[0][-1] == "?" and {"ap", "ret", "vek", "dol"} & {*question[1]}

    assert not [pair for pair in TRAIN if torn(pair)]
    assert not [pair for pair in pairs(500, 3, "validation") if torn(pair)]
    assert [pair for pair in HIDDEN if torn(pair)]


def test_reports_say_who_won():
    for report, summary in reports(500, 3):
        assert len(report) <= REPORT_LENGTH
        assert len(summary) < SUMMARY_LENGTH
        if "beat" in summary:
            winner, loser = summary[1], summary[-1]
            text = " ".join(report)
            goals = ["one", "two", "three", "four", "five", "six"]
            assert (goals.index(text.split(f"{winner} scored ")[1].split()[0]) > goals.index(text.split(f"{loser} scored ")[1].split()[0]))
    assert reports(50, 4) == reports(50, 4)


class _Served(BaseHTTPRequestHandler):
    def __init__(self, content, *args):
        self.content = content
        super().__init__(*args)

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.content)))
        self.end_headers()
        self.wfile.write(self.content)

    def log_message(self, *args):
        """Nothing."""


@pytest.fixture
def served(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    servers = []

    def serve(content):
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), partial(_Served, content)))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return Source("tatoeba", f"http://127.0.0.1:{servers[-1].server_port}/spa-eng.zip", 0, "", "a test")

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def _zipped(text):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("_about.txt", "who made it")
        archive.writestr("spa-eng/spa.txt", text)
    return buffer.getvalue()


def test_tatoeba_is_fetched_and_parsed(served, tmp_path):
    lines = "Go.\tVe.\nI don't know.\tNo lo sé.\tCC-BY 2.0\nnothing\nWhy should it be so long?\t¿Por qué debe ser tan largo?\n"
    found = tatoeba.load(tmp_path, longest=6, source=served(_zipped(lines)))
    assert found == [(("go", "."), ("ve", ".")), (("i", "don't", "know", "."), ("no", "lo", "sé", "."))]
    assert len(tatoeba.parse(lines)) == 3


@pytest.mark.parametrize("content", [b"no zip", b"PK\x05\x06" + bytes(18)])
def test_another_file_is_refused(served, tmp_path, content):
    with pytest.raises(DownloadError, match="move it away"):
        tatoeba.load(tmp_path, source=served(content))

"""Made-up sentences are the same for everybody, tagged without gaps, new in the hidden part; WNUT-17 comes into the same form."""

import hashlib
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from autograder.training.blob import packed
from datasets import _entity_words as words
from datasets import entities, wnut
from datasets.remote import Source
from solutions.tag import task
from solutions.tag.reference import TAGS, known_pieces, word_numbers
from solutions.tag.reference import entities as spans

PARTS = {part: entities.sentences(300, 5, part) for part in ("train", "validation", "hidden")}
EACH = pytest.mark.parametrize("part", PARTS)
COLUMNS = "Rosa\tB-person\nApple\tI-person\nsold\tO\nShell\tB-corporation\n.\tO\n\t\nParis\tB-location\n!\tO\n\n\n" \
          "one\tO\ntwo\tO\nthree\tO\nfour\tO\nfive\tO\nsix\tO\n"


def names_of(part):
    texts, tags = PARTS[part]
    return {" ".join(text.split()[a:b]) for text, row in zip(texts.tolist(), tags, strict=True) for a, b, kind in spans(row) if kind < 2}


@EACH
def test_sentences_have_the_promised_form(part):
    texts, tags = PARTS[part]
    assert (texts.shape, tags.shape, tags.dtype) == ((300,), (300, entities.LENGTH), np.int8)
    for text, row in zip(texts.tolist(), tags.tolist(), strict=True):
        size = len(text.split())
        assert entities.SHORTEST <= size <= entities.LENGTH
        assert not any(row[size:])
        assert all(after - 1 in (tag, tag - 1) and tag for tag, after in zip([0, *row], row, strict=False) if after and after % 2 == 0)
        assert text[0].isupper() or text[0].isdigit()
        assert text.endswith(".")


@EACH
def test_no_slot_is_left(part):
    slots = {"E1", "E2", "F", "I", "T", "THE", "CALLED", "OTHER", "PLACE", "NUMBER", "NUM", "YEAR", "DATE", "DAY", "MONTH", "SEASON",
             "SPAN", "SMALL"} | {f"{slot}{k}" for slot in ("ROLE", "ROLES", "DOES", "WHO", "SHE") for k in "12"}
    assert not slots & {word for text in PARTS[part][0].tolist() for word in text.split()}


@EACH
def test_a_seed_decides_all(part):
    again, other = entities.sentences(300, 5, part), entities.sentences(300, 6, part)
    for a, b in zip(PARTS[part], again, strict=True):
        np.testing.assert_array_equal(a, b)
    assert np.mean(other[0] == PARTS[part][0]) < 0.05


def test_known_sentences_stay_as_they_are():
    """Another NumPy, or a change here, must not move what was recorded."""
    texts, tags = PARTS["train"]
    digest = hashlib.sha256("\n".join(texts.tolist()).encode() + tags.tobytes()).hexdigest()
    assert digest[:16] == "8faef8e1010e8d36"


def test_templates_are_those_of_one_part():
    for lists in (words.AFTER_A_NOUN, words.BETWEEN_COMMAS, *({p: words.FRAMES[p][place] for p in PARTS} for place in entities.HOW_OFTEN)):
        found = [line for part in PARTS for line in lists[part]]
        assert len(set(found)) == len(found)


def test_hidden_names_are_new():
    old = names_of("train")
    new = names_of("hidden")
    everyday = {*words.DOUBLE, *words.FIRST}
    assert np.mean([name in old for name in new if name not in everyday]) < 0.05
    beginnings = [tuple(entities.SOUNDS[part]) for part in PARTS]
    assert len({sound for sounds in beginnings for sound in sounds}) == sum(map(len, beginnings))


def test_every_part_has_every_type():
    for _, tags in PARTS.values():
        share = np.bincount([kind for row in tags for _, _, kind in spans(row)], minlength=3) / len(tags)
        assert (share > 0.1).all()


def test_a_name_alone_does_not_tell():
    """Everyday words stand for persons, firms, and what is no entity; a table of them would not do."""
    texts, tags = entities.sentences(2000, 7, "train")
    seen = {name: set() for name in words.DOUBLE}
    for text, row in zip(texts.tolist(), tags.tolist(), strict=True):
        for word, tag in zip(text.split(), row, strict=False):
            if word in seen:
                seen[word].add((tag + 1) // 2)
    assert np.mean([{0, 1, 2} <= kinds for kinds in seen.values()]) > 0.9


def test_what_students_get_is_small_and_holds_no_label_of_the_hidden_part():
    given, (inputs, labels) = task.given(), task.hidden(123)
    assert not set(given) & set(inputs)
    assert len(packed(given | inputs)) < 250_000
    assert set(inputs) == {"hidden_sentences"}
    assert labels["hidden_tags"].shape == task.forms(inputs)["tags"].shape
    assert not set(given["train_sentences"].tolist()) & set(inputs["hidden_sentences"].tolist())


def test_the_score_is_one_for_the_truth_and_zero_for_nothing():
    inputs, labels = task.hidden(123)
    truth = labels["hidden_tags"]
    assert task.score({"tags": truth}, labels, inputs) == 1
    assert task.score({"tags": np.zeros_like(truth)}, labels, inputs) == 0
    noise = truth.copy()
    for row, text in zip(noise, inputs["hidden_sentences"].tolist(), strict=True):
        row[len(text.split()) :] = 3
    assert task.score({"tags": noise}, labels, inputs) == 1  # padding does not count


def test_words_become_numbers_below_the_vocabulary():
    texts = PARTS["train"][0].tolist()
    pieces = known_pieces(texts)
    numbers = word_numbers(PARTS["hidden"][0].tolist(), pieces)
    flat = np.concatenate([sentence for kind in numbers for sentence in kind])
    assert flat.min() >= 1
    assert flat.max() < 8 + len(pieces)
    assert len(set(pieces.values())) == len(pieces)
    assert TAGS == entities.TAGS


def test_columns_become_sentences_and_tags():
    texts, tags = wnut.parsed(COLUMNS, 5)
    assert texts.tolist() == ["Rosa Apple sold Shell .", "Paris !"]  # the third one is too long
    assert tags.tolist() == [[1, 2, 0, 3, 0], [0, 0, 0, 0, 0]]
    assert tags.dtype == np.int8
    assert wnut.parsed("", 5)[1].shape == (0, 5)


def test_wnut_is_fetched_once_and_checked(monkeypatch, tmp_path):
    data = COLUMNS.encode()
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=partial(server.serve_forever, poll_interval=0.05), daemon=True).start()
    try:
        url = f"http://127.0.0.1:{server.server_port}/emerging.dev.conll"
        source = Source("wnut17", url, len(data), hashlib.sha256(data).hexdigest(), wnut.LICENCE)
        monkeypatch.setitem(wnut.SOURCES, "validation", source)
        for _ in range(2):
            texts, _ = wnut.sentences("validation", 20, tmp_path)
            assert len(texts) == 3
    finally:
        server.shutdown()
        server.server_close()
    assert len(asked) == 1

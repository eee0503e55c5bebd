"""The tales: the same for everybody, small, new where they are hidden, and with memory asked for where they say; Shakespeare's parser."""

import functools
import hashlib
import io
import lzma
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from datasets import corpus, shakespeare
from datasets.remote import Source
from datasets.tales import BRACKETS, KINDS, TOOLS, VOWELS

PLAY = b"First Citizen:\nBefore we proceed any further, hear me speak.\n\nAll:\nSpeak, speak.\n\nFirst Citizen:\nYou know it.\n"
public = functools.cache(corpus.public)
hidden = functools.cache(corpus.hidden)


def text(array):
    return array.tobytes().decode("ascii")


@functools.cache
def tales():
    return text(public()["train"]).splitlines()


def test_everybody_gets_the_same_and_quickly():
    start = time.process_time()
    again = corpus.public() | dict(zip(("contexts", "following"), corpus.hidden(3), strict=True))
    assert time.process_time() - start < 3
    for name, array in (public() | dict(zip(("contexts", "following"), hidden(3), strict=True))).items():
        np.testing.assert_array_equal(again[name], array)
    digest = hashlib.sha256(public()["train"].tobytes()).hexdigest()
    assert digest[:16] == "4c9a3de1094f5693"  # predictions are scored on what was recorded: a change of it is a change of the task


def test_it_is_small():
    file = io.BytesIO()
    np.savez(file, contexts=hidden(3)[0], **public())
    assert len(lzma.compress(file.getvalue())) < 150_000


def test_shapes_and_types():
    d, (contexts, following) = public(), hidden(3)
    assert d["train"].dtype == d["validation"].dtype == contexts.dtype == following.dtype == np.uint8
    assert len(d["train"]) >= corpus.TRAIN
    assert len(d["validation"]) == len(d["validation_kind"]) == len(d["validation_distance"]) >= corpus.VALIDATION
    assert (contexts.shape, following.shape) == ((corpus.CONTEXTS, corpus.LENGTH), (corpus.CONTEXTS,))
    assert list(d["kinds"]) == KINDS


@pytest.mark.parametrize("seed", [0, 1, 2**255 + 7])
def test_the_alphabet_is_that_of_all_tales(seed):
    assert "".join(public()["alphabet"]) == corpus.ALPHABET == "".join(sorted(set(corpus.ALPHABET)))
    assert set(text(public()["train"])) == set(corpus.ALPHABET)
    contexts, following = hidden(seed)
    assert set(text(contexts) + text(following)) <= set(corpus.ALPHABET)


def test_no_hidden_context_was_seen_or_tells_of_another():
    contexts, following = hidden(3)
    seen = text(public()["train"]) + text(public()["validation"])
    ends = [text(context)[-40:] + chr(code) for context, code in zip(contexts, following, strict=True)]
    assert sum(end in seen for end in ends) < 0.1 * len(ends)  # sentences without a name in them come again
    assert sum(context in seen for context in map(text, contexts)) < 0.01 * len(contexts)
    assert len({text(context) for context in contexts}) == len(contexts)
    assert not (hidden(4)[0][:100] == contexts[:100]).all(axis=1).any()


def test_a_tale_stays_in_its_land():
    for tale in tales()[:300]:
        names = re.findall(r"\b(?!The|In|He|She|So|And|All|My)([A-Z][a-z]+)", tale)
        first = {re.search(f"[{VOWELS}]", name)[0] for name in names}
        assert len(first) == 1, tale


def test_a_tale_agrees_with_itself():
    for tale in tales()[:300]:
        trades = set(re.findall("|".join(TOOLS), tale))
        tools = {trade for trade, tool in TOOLS.items() if re.search(rf"\b{tool}\b", tale)}
        assert len(trades | tools) <= 1, tale
        assert bool(re.search(r"\b([Hh]e|his)\b", tale)) != bool(re.search(r"\b([Ss]he|her)\b", tale)), tale
        assert not re.search(r"\w+s (that \w+ saw|[([{]of \w+[)\]}]) was ", tale), tale


def test_brackets_close_as_they_were_opened():
    for tale in tales():
        for opening, closing in BRACKETS:
            assert tale.count(opening) == tale.count(closing)
        assert tale.count('"') % 2 == 0


def test_where_memory_is_asked_for():
    d = public()
    kind, distance, words = d["validation_kind"], d["validation_distance"], text(d["validation"])
    assert ((kind >= 0) == (distance > 0)).all()
    assert set(kind.tolist()) == set(range(-1, len(KINDS)))
    closing = np.flatnonzero(kind == KINDS.index("bracket"))
    pairs = dict(BRACKETS)
    for place in closing:
        opened = words[place - distance[place] - 1]
        assert pairs[opened] == words[place]
    assert {words[place] for place in np.flatnonzero(kind == KINDS.index("land"))} == set(VOWELS)
    assert {words[place] for place in np.flatnonzero(kind == KINDS.index("gender"))} == set("hsHSei")


def test_half_of_the_hidden_contexts_ask_for_memory():
    contexts, following = hidden(3)
    ends = [text(context)[-12:] for context in contexts[1::2]]
    assert all(re.search(r"([A-Z]|[a-z ({[\"!.,]|w|h)$", end) for end in ends)
    capitals = np.mean([end[-1].isupper() for end in ends]), np.mean([text(c)[-1].isupper() for c in contexts[::2]])
    assert capitals[0] > 3 * capitals[1]  # a name's first vowel
    assert len(np.unique(following[1::2])) > 15


@pytest.fixture
def served(monkeypatch):
    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", str(len(PLAY)))
            self.end_headers()
            self.wfile.write(PLAY)

        def log_message(self, *args):
            """Nothing."""

    monkeypatch.setenv("no_proxy", "*")
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/input.txt"
        server.shutdown()


def test_shakespeare_is_fetched_and_cut_at_a_line(served, tmp_path):
    source = Source("plays", served, len(PLAY), hashlib.sha256(PLAY).hexdigest(), "public domain")
    plays = shakespeare.tiny_shakespeare(tmp_path, lambda line: None, source)
    assert text(plays["train"]) + text(plays["validation"]) == PLAY.decode()
    assert text(plays["train"]).endswith("First Citizen:\n")
    assert "".join(plays["alphabet"]) == "".join(sorted(set(PLAY.decode())))


def test_shakespeare_is_ascii():
    with pytest.raises(ValueError, match="ASCII"):
        shakespeare.parsed("Où est Hamlet?".encode())
    with pytest.raises(ValueError, match="ASCII"):
        shakespeare.parsed(b"")


def test_the_published_hash_is_a_hash():
    assert re.fullmatch("[0-9a-f]{64}", shakespeare.SOURCE.sha256)

"""Files from the web, with a server on loopback that misbehaves as real ones do."""

import hashlib
import re
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from datasets import remote
from datasets.remote import DownloadError, Source, fetch, place

CONTENT = bytes(range(256)) * 1000
SIZE = 256_000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


class Server(BaseHTTPRequestHandler):
    """Serves CONTENT; the first word of the path says how, and `asked` remembers the ranges that were asked for."""

    def do_GET(self):
        asked, how = self.server.asked, self.path.split("/")[1]
        start = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        asked.append(int(start[1]) if start else 0)
        if how == "missing":
            return self.send_error(404)
        if how == "busy" and len(asked) < 3:
            return self.send_error(503)
        start = int(start[1]) if start and how != "whole" else None
        if start == len(CONTENT):
            return self.send_error(416)
        if how == "elsewhere" and start:
            start = 7
        rest = CONTENT[start or 0 :]
        self.send_response(200 if start is None else 206)
        if start is not None:
            self.send_header("Content-Range", f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}")
        if how != "endless":
            self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        cut = how == "always" or (how in ("cut", "elsewhere") and len(asked) == 1)
        self.wfile.write(rest[:100_000] if cut else rest + rest if how == "endless" else rest)
        return None

    def log_message(self, *args):
        """Nothing."""


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(remote, "PAUSE", 0.0)
    monkeypatch.setenv("no_proxy", "*")
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        server.asked = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def source(server, path="full/bytes.bin", size=SIZE, sha256=SHA256):
    return Source("bytes", f"http://127.0.0.1:{server.server_port}/{path}", size, sha256, "public domain", "Every byte there is.")


def files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_is_fetched_once_and_its_licence_said_once(server, tmp_path):
    said = []
    for _ in range(2):
        path = fetch(source(server), tmp_path, said.append)
        assert path.read_bytes() == CONTENT
    assert (server.asked, files(tmp_path)) == ([0], ["bytes.bin"])
    assert "\n".join(said).count("public domain") == 1
    assert "Every byte there is." in said


@pytest.mark.parametrize(("how", "asked"), [
    ("cut", [0, 100_000]),  # the rest is asked for
    ("busy", [0, 0, 0]),
    ("elsewhere", [0, 100_000, 0]),  # a part that was not asked for is no part of the file
])
def test_a_connection_that_is_cut_is_taken_up_again(server, tmp_path, how, asked):
    assert fetch(source(server, f"{how}/bytes.bin"), tmp_path).read_bytes() == CONTENT
    assert server.asked == asked


@pytest.mark.parametrize(("how", "had", "asked"), [
    ("full", 1000, [1000]),
    ("whole", 1000, [1000]),
    ("full", 300_000, [0]),  # too long: another file's
    ("full", SIZE, []),  # whole, and only its name was missing
])
def test_an_earlier_call_left_a_part(server, tmp_path, how, had, asked):
    there = source(server, f"{how}/bytes.bin")
    part = place(there, tmp_path).with_name("bytes.bin.part")
    part.parent.mkdir(parents=True)
    part.write_bytes((CONTENT * 2)[:had])
    assert fetch(there, tmp_path).read_bytes() == CONTENT
    assert (server.asked, files(tmp_path)) == (asked, ["bytes.bin"])


@pytest.mark.parametrize(("had", "asked", "left"), [
    (CONTENT, [SIZE], ["bytes.bin"]),
    (CONTENT[::-1], [SIZE, 0], ["bytes.bin", "bytes.bin.wrong"]),
])
def test_a_part_that_is_as_long_as_a_file_of_unknown_size(server, tmp_path, had, asked, left):
    there = source(server, size=0)
    part = place(there, tmp_path).with_name("bytes.bin.part")
    part.parent.mkdir(parents=True)
    part.write_bytes(had)
    assert fetch(there, tmp_path).read_bytes() == CONTENT
    assert (server.asked, files(tmp_path)) == (asked, left)


def test_a_wrong_hash_is_told_and_nothing_is_lost(server, tmp_path):
    wrong = source(server, sha256="0" * 64)
    with pytest.raises(DownloadError) as told:
        fetch(wrong, tmp_path)
    for word in (wrong.url, "0" * 64, SHA256, "bytes.bin.wrong"):
        assert word in str(told.value)
    assert files(tmp_path) == ["bytes.bin.wrong"]


def test_a_file_that_is_another_one_is_left_alone(server, tmp_path):
    path = place(source(server), tmp_path)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"something of yours")
    with pytest.raises(DownloadError, match="move it away"):
        fetch(source(server), tmp_path)
    assert path.read_bytes() == b"something of yours"
    assert server.asked == []


@pytest.mark.parametrize(("how", "size", "problem"), [
    ("missing", SIZE, "404"),
    ("full", 1000, "256,000 bytes, not 1,000"),
    ("endless", SIZE, "sends more than"),
])
def test_what_another_try_does_not_mend(server, tmp_path, how, size, problem):
    with pytest.raises(DownloadError, match=problem):
        fetch(source(server, f"{how}/bytes.bin", size), tmp_path)
    assert server.asked == [0]
    assert "bytes.bin" not in files(tmp_path)


def test_a_file_that_is_always_cut_grows_as_long_as_it_can_and_is_never_taken_for_whole(server, tmp_path):
    assert fetch(source(server, "always/bytes.bin"), tmp_path).read_bytes() == CONTENT
    assert server.asked == [0, 100_000, 200_000]
    with pytest.raises(DownloadError, match=r"ended after 100,000 of 256,000 bytes, 3 times"):
        fetch(source(server, "always/other.bin", sha256=""), tmp_path)  # without a hash no part is trusted
    assert "other.bin" not in files(tmp_path)


def test_without_a_published_hash_the_one_found_is_said(server, tmp_path):
    said = []
    assert fetch(source(server, size=0, sha256=""), tmp_path, said.append).read_bytes() == CONTENT
    assert SHA256 in said[-1]
    assert fetch(source(server, size=0, sha256=""), tmp_path).read_bytes() == CONTENT
    assert server.asked == [0]


def test_without_a_network_it_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(remote, "PAUSE", 0.0)
    monkeypatch.setenv("no_proxy", "*")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        there = Source("bytes", f"http://127.0.0.1:{closed.getsockname()[1]}/bytes.bin", 0, SHA256, "public domain")
        with pytest.raises(DownloadError) as told:
            fetch(there, tmp_path)
    for word in (there.url, str(tmp_path / "bytes" / "bytes.bin"), "browser", "need no network"):
        assert word in str(told.value)
    assert files(tmp_path) == []


@pytest.mark.parametrize("path", ["full/..%2f..%2fevil", "full/%2e%2e", "full/..%5c..%5cevil", "full/?file=../../evil", "full/a%00b",
                                  "full/-rf", "full/"])
def test_no_url_leads_out_of_the_folder(server, tmp_path, path):
    found = fetch(source(server, path), tmp_path / "inner")
    assert found.parent == tmp_path / "inner" / "bytes"
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", found.name)


def test_only_web_addresses_are_opened(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("mine")
    with pytest.raises(DownloadError, match="no web address"):
        fetch(Source("mine", secret.as_uri(), 0, "", "none"), tmp_path / "data")


def test_the_folder_is_the_environments_or_the_caches(tmp_path, monkeypatch):
    there = Source("bytes", "https://example.org/bytes.bin", 0, "", "none")
    monkeypatch.setenv("DATASETS_FOLDER", str(tmp_path))
    assert place(there) == tmp_path / "bytes" / "bytes.bin"
    monkeypatch.delenv("DATASETS_FOLDER")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert place(there) == tmp_path / ".cache" / "rnn-course-kit" / "bytes" / "bytes.bin"


def test_a_folder_that_cannot_be_written_to_is_named(server, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DownloadError, match="DATASETS_FOLDER"):
        fetch(source(server), tmp_path / "file")

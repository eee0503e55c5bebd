"""Fetch a file of a well-known data set: resumed where it was cut, checked before it is used. No graded part needs it.

    SOURCE = Source("sunspots", "https://example.org/sunspots.csv", size=12_345, sha256="…", licence="CC BY 4.0")
    path = fetch(SOURCE)

A file arrives as `<file>.part` and gets its name only when size and hash are right. The standard library is all it needs.
"""

import hashlib
import http.client
import os
import re
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TIMEOUT = 20  # seconds without a byte
PAUSE = 2.0  # seconds before another try
TRIES = 3
BLOCK = 1 << 16


class DownloadError(Exception):
    """The file could not be had, or is not the one that was published."""


@dataclass(frozen=True)
class Source:
    """A file on the web: size in bytes (0: unknown), sha256 in hex ("": nobody published one), licence in one line."""

    name: str
    url: str
    size: int
    sha256: str
    licence: str
    note: str = ""


class _Cut(Exception):
    """The connection ended too early, or never stood; another try may help."""


def fetch(source: Source, folder: Path | None = None, say: Callable[[str], None] = print) -> Path:
    """The file of a source, from this machine if it is there, else from the web.

    folder: where files are kept: by default the environment's DATASETS_FOLDER, or ~/.cache/rnn-course-kit.
    say: called with lines to show.
    Returns its path: folder / name / file name.
    Errors: DownloadError, with what to do.
    """
    path = place(source, folder)
    if path.exists():
        _expect_right(source, path, "The file in its place is another one; move it away, and it is fetched anew.")
        return path
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        say(f"{source.name}: {_megabytes(source.size)} from {source.url}\nLicence: {source.licence}")
        if source.note:
            say(source.note)
        _download(source, part, say)
        try:
            _expect_right(source, part, "It is kept as {kept}; the next call fetches it anew.")
        except DownloadError:
            os.replace(part, _kept(part))
            raise
        if not source.sha256:
            say(f"Nobody published a SHA-256 of it; this file's is {_sha256(part)}.")
        os.replace(part, path)
    except OSError as error:
        advice = "DATASETS_FOLDER may name another folder."
        raise DownloadError(f"{source.name}: {path.parent} cannot be written to: {error}. {advice}") from error
    return path


def place(source: Source, folder: Path | None = None) -> Path:
    """Where fetch puts the file of a source, and where one puts it by hand. Never outside of folder, whatever the URL says."""
    folder = folder or Path(os.environ.get("DATASETS_FOLDER") or Path.home() / ".cache" / "rnn-course-kit")
    file = urllib.parse.unquote(urllib.parse.urlsplit(source.url).path).replace("\\", "/").rsplit("/", 1)[-1]
    return Path(folder) / _tame(source.name) / _tame(file)


def _tame(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "_", name).lstrip(".-")[-100:] or "file"


def _kept(part: Path) -> Path:
    return part.with_suffix(".wrong")


def _download(source: Source, part: Path, say: Callable[[str], None]) -> None:
    """All of the file in part, in as many tries as it takes, up to TRIES that bring nothing."""
    if urllib.parse.urlsplit(source.url).scheme not in ("http", "https"):
        raise DownloadError(f"{source.name}: {source.url} is no web address")
    if not source.sha256:
        part.unlink(missing_ok=True)  # half of one version and half of another: nothing would tell
    failures = 0
    while True:
        before = part.stat().st_size if part.exists() else 0
        try:
            _continue(source, part, say)
            return
        except _Cut as cut:
            after = part.stat().st_size if part.exists() else 0
            failures = 0 if source.sha256 and after > before else failures + 1
            if failures == TRIES:
                raise DownloadError(_by_hand(source, part, f"{cut}, {TRIES} times")) from cut
            time.sleep(PAUSE)


def _continue(source: Source, part: Path, say: Callable[[str], None]) -> None:
    """Fetch what part does not have yet; from the start where the server cannot continue, or nothing could tell a mixture."""
    have = part.stat().st_size if part.exists() and source.sha256 else 0
    if source.size and have == source.size:
        return
    if source.size and have > source.size:
        have = 0
    request = urllib.request.Request(source.url, headers={"Range": f"bytes={have}-"} if have else {})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            if have and (answer.status != 206 or _start(answer) != have):
                say("The server cannot continue; starting again.")
                if answer.status == 206:  # another part than the one we asked for
                    part.unlink()
                    raise _Cut("The server sent another part of the file")
                have = 0
            if have:
                say(f"Continuing after {_megabytes(have)}.")
            _write(source, answer, part, have)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == 416 and have:  # there is nothing after what we have
            if _sha256(part) == source.sha256.lower():
                return
            part.replace(_kept(part))
            raise _Cut("The server has nothing to continue with") from error
        if error.code >= 500 or error.code == 429:
            raise _Cut(f"The server says {error.code} {error.reason}") from error
        raise DownloadError(_by_hand(source, part, f"The server says {error.code} {error.reason}")) from error
    except (urllib.error.URLError, http.client.HTTPException, ssl.SSLError, ConnectionError, TimeoutError) as error:
        raise _Cut(f"No connection ({getattr(error, 'reason', error) or type(error).__name__})") from error


def _start(answer: http.client.HTTPResponse) -> int | None:
    """Where a part of a file starts, as its server says."""
    found = re.fullmatch(r"bytes (\d+)-\d+/(\d+|\*)", answer.headers.get("Content-Range") or "")
    return int(found[1]) if found else None


def _write(source: Source, answer: http.client.HTTPResponse, part: Path, have: int) -> None:
    length = answer.headers.get("Content-Length") or ""
    whole = have + int(length) if length.isdecimal() else source.size
    if source.size and whole != source.size:
        raise DownloadError(_by_hand(source, part, f"The file there has {whole:,} bytes, not {source.size:,}: it is another one"))
    with part.open("ab" if have else "wb") as file:
        while block := answer.read(BLOCK):
            have += len(block)
            if whole and have > whole:
                raise DownloadError(_by_hand(source, part, f"The server sends more than {whole:,} bytes"))
            file.write(block)
    if have < whole:
        raise _Cut(f"The connection ended after {have:,} of {whole:,} bytes")


def _expect_right(source: Source, path: Path, advice: str) -> None:
    """The file's size and hash are those that were published."""
    size = path.stat().st_size
    sha256 = _sha256(path) if source.sha256 else ""
    if (source.size and size != source.size) or sha256 != source.sha256.lower():
        raise DownloadError(
            f"{source.name} from {source.url} is not the file that was published.\n"
            f"expected: {source.size or 'any number of'} bytes, SHA-256 {source.sha256 or 'unknown'}\n"
            f"found:    {size} bytes, SHA-256 {sha256 or _sha256(path)}, in {path}\n{advice.format(kept=_kept(path))}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _by_hand(source: Source, part: Path, problem: str) -> str:
    return (f"{source.name}: {problem}.\nFetch {source.url} with a browser, where there is a network, and put it at {part.with_suffix('')}."
            "\nYou may also go without: the course's own data need no network, and only they are graded.")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size else "a file of unknown size"

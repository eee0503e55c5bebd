"""English-Spanish sentence pairs of Tatoeba, as ManyThings packs them: for those who want real languages. Never graded.

Source: sentences of the Tatoeba project (tatoeba.org), CC BY 2.0 (France), chosen by manythings.org/anki; the copy that the TensorFlow
and Keras tutorials use, about 2.6 MB and some 119,000 pairs. Nobody published its SHA-256, so `fetch` shows the one it finds.
The file is a zip with `spa-eng/spa.txt`: a pair a line, English, a tab, Spanish; newer copies add a tab and who wrote it.
"""

import io
import re
import zipfile
from pathlib import Path

from datasets.remote import DownloadError, Source, fetch

SOURCE = Source("tatoeba", "https://storage.googleapis.com/download.tensorflow.org/data/spa-eng.zip", size=0, sha256="",
                licence="CC BY 2.0 FR: name tatoeba.org and manythings.org/anki where you use it")
MOST = 64 << 20  # bytes unpacked; the file has some 8 million
Sentence = tuple[str, ...]


def load(folder: Path | None = None, longest: int = 14, source: Source = SOURCE) -> list[tuple[Sentence, Sentence]]:
    """All pairs whose sentences have at most so many words, as `datasets.pairs.pairs` gives them; fetched once, then from this machine.

    Errors: DownloadError if the file cannot be had, or is no such archive.
    """
    pairs = parse(_text(fetch(source, folder)))
    return [pair for pair in pairs if max(map(len, pair)) <= longest]


def parse(text: str) -> list[tuple[Sentence, Sentence]]:
    """Pairs of sentences as words, in lower case, punctuation marks apart; lines without a tab are left out."""
    fields = [line.split("\t") for line in text.splitlines()]
    return [(words(field[0]), words(field[1])) for field in fields if len(field) > 1]


def words(sentence: str) -> Sentence:
    """The words and marks of a sentence: "¿Qué?" is "¿", "qué", "?"."""
    return tuple(re.findall(r"[\w']+|[^\w\s]", sentence.lower()))


def _text(path: Path) -> str:
    """The pairs' file in the archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            inside = next(info for info in archive.infolist() if re.search(r"(^|/)[a-z]{3}\.txt$", info.filename))
            if inside.file_size > MOST:
                raise DownloadError(f"{path} holds {inside.file_size:,} bytes, more than such a file has")
            return archive.read(inside).decode("utf-8")
    except (zipfile.BadZipFile, StopIteration, UnicodeDecodeError) as error:
        raise DownloadError(f"{path} is not a zip with a file such as spa-eng/spa.txt: move it away, and it is fetched anew") from error

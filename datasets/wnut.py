"""WNUT-17: entities that nobody had heard of, in comments, tweets and forum posts. Real, noisy, and hard; nothing graded needs it.

3,394 training, 1,009 development and 1,287 test sentences, one word and its tag per line. Of its six types we keep person as PER
and corporation as COM; all others become O, and times are not tagged at all. Texts are as people wrote them, rude words included.

Source: Derczynski, Nichols, van Erp and Limsopatham, Results of the WNUT2017 shared task on novel and emerging entity
recognition, 2017, https://aclanthology.org/W17-4418. Licence CC BY 4.0: cite that paper. Sizes and SHA-256 as Hugging Face
published them with its loader (datasets/wnut_17/dataset_infos.json). The better known CoNLL-2003 is for research only: a
course may neither ship nor fetch it for you.
"""

from pathlib import Path

import numpy as np

from datasets.entities import TAGS
from datasets.remote import Source, fetch

AT = "https://raw.githubusercontent.com/leondz/emerging_entities_17/master/"
LICENCE = "CC BY 4.0, Derczynski and others, 2017, aclanthology.org/W17-4418"
SOURCES = {
    "train": Source("wnut17", f"{AT}wnut17train.conll", 493_781,
                    "731820e13f71af324c6b55a1575ec2ce59fbaa2a0806f8f0400b98d56cd6a7a5", LICENCE),
    "validation": Source("wnut17", f"{AT}emerging.dev.conll", 114_749,
                         "e053b752b8155113ca66e7db08af5f2f5f43ab993694e4774f1ec5bad42312d8", LICENCE),
    "test": Source("wnut17", f"{AT}emerging.test.annotated", 192_425,
                   "2aa79b764e56ec9264a1b30fdd9b70195bd00ff400b62edd8f399d5f13c178f0", LICENCE),
}
TYPES = {"person": "PER", "corporation": "COM"}


def sentences(part: str, longest: int = 40, folder: Path | None = None) -> tuple[np.ndarray, np.ndarray]:
    """The sentences of a part ("train", "validation" or "test") of so many words at most, as `entities.sentences` gives its own.

    Returns texts, shape (n,), and tags, shape (n, longest), int8. Errors: remote.DownloadError.
    """
    return parsed(fetch(SOURCES[part], folder).read_text(encoding="utf-8"), longest)


def parsed(text: str, longest: int) -> tuple[np.ndarray, np.ndarray]:
    """Texts and tags from CoNLL columns: a word, a tab, its tag; an empty line, or one with nothing but a tab, ends a sentence."""
    found: list[list[tuple[str, int]]] = [[]]
    for line in text.split("\n"):
        word, *_, tag = line.split("\t") if line.strip() else ("", "")
        if word.strip():
            found[-1].append(("_".join(word.split()), _number(tag.strip())))
        elif found[-1]:
            found.append([])
    kept = [sentence for sentence in found if 0 < len(sentence) <= longest]
    tags = np.zeros((len(kept), longest), dtype=np.int8)
    for row, sentence in zip(tags, kept, strict=True):
        row[: len(sentence)] = [tag for _, tag in sentence]
    return np.array([" ".join(word for word, _ in sentence) for sentence in kept]), tags


def _number(tag: str) -> int:
    begin, _, kind = tag.partition("-")
    return TAGS.index(f"{begin}-{TYPES[kind]}") if kind in TYPES else 0

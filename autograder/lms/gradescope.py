"""Gradescope's export of submissions: who handed in which folder, by submission_metadata.yml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from autograder.lms.instant import instant

METADATA = "submission_metadata.yml"
MAX_BYTES, MAX_DEPTH = 256 << 20, 60  # it holds the results of every attempt; a deeper one crashes libyaml


@dataclass(frozen=True)
class Submitter:
    """One of the students who handed in a folder. lms: the address by which Gradescope knows them."""

    student: str
    lms: str
    submitted: datetime | None


def inside(folder: Path) -> Path:
    """The export in a folder that holds nothing else, else the folder itself."""
    visible = [path for path in folder.iterdir() if not path.name.startswith((".", "__MACOSX"))]
    export = len(visible) == 1 and re.fullmatch(r"assignment_[0-9]+_export", visible[0].name) and (visible[0] / METADATA).is_file()
    return visible[0] if export and not visible[0].is_symlink() else folder


def submitters(folder: Path) -> tuple[dict[str, list[Submitter]], str]:
    """The submitters of each submission folder; and, if the metadata cannot be read, what is wrong with it."""
    path = folder / METADATA
    try:
        if not path.is_file():
            raise ValueError("it is no plain file")
        if path.stat().st_size > MAX_BYTES:
            raise ValueError(f"it has {path.stat().st_size >> 20} MiB; the limit is {MAX_BYTES >> 20}")
        metadata = _load(path.read_bytes())
        if not isinstance(metadata, dict):
            raise ValueError("it does not list submissions")
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        return {}, f"{METADATA} cannot be read ({' '.join(str(error).split())[:160]}), so submissions are named after their folders"
    return {name: people for name, record in metadata.items() if isinstance(name, str) and (people := list(_people(record)))}, ""


def _load(data: bytes) -> Any:
    """Plain text, lists and mappings: no tag is obeyed, no number guessed (an id may be 007)."""
    depth = 0
    for event in yaml.parse(data, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise ValueError("it is nested too deep")
    return yaml.load(data, Loader=_LOADER)


_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _people(record: object) -> Iterator[Submitter]:
    if not isinstance(record, dict):
        return
    submitted = instant(_text(record, "created_at"))
    listed = record.get(":submitters") or record.get("submitters")
    for person in listed if isinstance(listed, list) else ():
        if isinstance(person, dict):
            email = _text(person, "email")
            student = _text(person, "sid") or email or _text(person, "name")
            if student:
                yield Submitter(student, f"gradescope:{email}" if email else "", submitted)


def _text(record: Mapping[str, Any], key: str) -> str:
    """A value whose key is one of Ruby's symbols, `:key`, or plain."""
    value = record.get(f":{key}", record.get(key))
    return value.strip()[:300] if isinstance(value, str) else ""

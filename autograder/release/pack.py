"""What goes into `dist/` for the places where courses run. Each pack takes an assignment's name and printed files."""

import io
import zipfile
from collections.abc import Callable

Pack = Callable[[str, dict[str, bytes]], dict[str, bytes]]
EPOCH = (1980, 1, 1, 0, 0, 0)


def students(name: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """A zip for students: the notebook, and the public checks for Otter."""
    return {f"students/{name}.zip": zipped({f"{name}/{path}": data for path, data in files.items()})}


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive, the same bytes for the same files; scripts can be run."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, (0o755 if files[path].startswith(b"#!") else 0o644) << 16
            archive.writestr(entry, files[path])
    return buffer.getvalue()


PACKS: tuple[Pack, ...] = (students,)

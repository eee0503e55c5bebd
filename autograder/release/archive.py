"""Zip archives that are the same bytes for the same files."""

import io
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of files by path; scripts, which begin with #!, can be run."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, (0o755 if files[path].startswith(b"#!") else 0o644) << 16
            archive.writestr(entry, files[path])
    return buffer.getvalue()

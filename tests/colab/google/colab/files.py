"""Colab's transfers between the machine and the browser."""

from pathlib import Path


def download(filename: str) -> None:
    """Hand a file to the browser; raises FileNotFoundError as Colab does."""
    if not Path(filename).exists():
        raise FileNotFoundError(f"Cannot find file: {filename}")
    print(f"the browser downloads {filename}")

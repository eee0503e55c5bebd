"""The real thing: 50,000 film reviews from IMDB and whether they praise, as numbers of words, in the file that Keras made of them.

Source: Maas et al. (2011), "Learning word vectors for sentiment analysis", ACL; the file, and its SHA-256, as in
keras.datasets.imdb. The authors ask to be cited and name no licence; the reviews belong to those who wrote them. Never graded.

The file counts words from 1, the most frequent first. As Keras does, we add 3: 0 fills up, 1 begins a review, 2 is a word that is
too rare. Who forgets the 3 reads nonsense. The file holds lists of numbers as pickles, and pickles can hold programs: what is read
here may be made of lists, numbers and NumPy's arrays, and of nothing else.
"""

import pickle  # noqa: TID251  the published file is one; see _Lists
import zipfile
from pathlib import Path

import numpy as np

from datasets.remote import Source, fetch

START, RARE, FIRST = 1, 2, 3  # numbers that are no words; the file's word 1 becomes 1 + FIRST
SOURCE = Source(
    "IMDB", "https://storage.googleapis.com/tensorflow/tf-keras-datasets/imdb.npz", size=0,
    sha256="69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f",
    licence="none named; for research, cite Maas et al. (2011)",
)


def load(part: str = "train", words: int = 10_000, source: Source = SOURCE,
         folder: Path | None = None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """One part of it, as datasets/reviews.py gives its own.

    part: "train" or "test", 25,000 reviews each, all of one kind first: shuffle. words: numbers below it stay, rarer words become RARE.
    Returns (words, lengths, sentiment): the numbers of all reviews one after another, int32, each review after a START; how many
    belong to each, int32; and 1 for praise, else 0, uint8.
    Errors: DownloadError where it cannot be had; pickle.UnpicklingError for a file that holds more than lists of numbers.
    """
    with zipfile.ZipFile(fetch(source, folder)) as archive:
        lists, sentiment = _array(archive, f"x_{part}.npy"), _array(archive, f"y_{part}.npy")
    lengths = np.array([1 + len(review) for review in lists], dtype=np.int32)
    numbers = np.concatenate([np.r_[START, np.asarray(review, dtype=np.int64) + FIRST] for review in lists])
    return np.where(numbers < words, numbers, RARE).astype(np.int32), lengths, np.asarray(sentiment).astype(np.uint8)


def _array(archive, name):
    """An array of an .npz file, of numbers or of lists of numbers."""
    with archive.open(name) as file:
        version = np.lib.format.read_magic(file)
        shape, _, dtype = {1: np.lib.format.read_array_header_1_0, 2: np.lib.format.read_array_header_2_0}[version[0]](file)
        if dtype.hasobject:
            return _Lists(file).load()
        return np.frombuffer(file.read(), dtype).reshape(shape)


class _Lists(pickle.Unpickler):
    """Reads lists, numbers and NumPy arrays; anything else is refused, so that nothing in a file is ever run."""

    ALLOWED = ("_reconstruct", "ndarray", "dtype", "scalar")

    def find_class(self, module, name):
        """Called for every name that a pickle asks for."""
        if module.split(".")[0] == "numpy" and name in self.ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"the file asks for {module}.{name}, which is no list of numbers")

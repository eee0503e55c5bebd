"""Where random inputs come from: published ones from names alone, hidden ones from a course secret and the submission.

The secret is 32 random bytes in `.course-secret` at the top of the repository (git ignores it), or in the file that
AUTOGRADER_SECRET_FILE names; the first grading run makes it, readable by its owner only. It never enters a sandbox.
Whoever has it can foretell hidden inputs. Losing it costs nothing but repeatability: a regrade draws other inputs, which
cannot change the grade of a right answer.
"""

import hashlib
import hmac
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np

from autograder.assignment import ROOT

DEMONSTRATION = b"published: whoever has this kit can make these labels"


def secret_path() -> Path:
    """The file that holds the course secret."""
    return Path(os.environ.get("AUTOGRADER_SECRET_FILE") or ROOT / ".course-secret")


def course_secret() -> bytes:
    """The course secret, made now if there is none; raises ValueError if the file holds too little."""
    path = secret_path()
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        secret = path.read_bytes()
        if len(secret) < 16:
            raise ValueError(f"{path} holds {len(secret)} bytes, too few for a secret: delete it and a new one is made") from None
        return secret
    with os.fdopen(descriptor, "wb") as file:
        secret = os.urandom(32)
        file.write(secret)
    return secret


def published_rng(assignment: str, exercise: str, check: str) -> np.random.Generator:
    """The inputs that students hold in their notebook: the same for everybody."""
    return _rng(hashlib.sha256("/".join((assignment, exercise, check)).encode()).digest())


def hidden_rng(secret: bytes, digest: str, assignment: str, exercise: str, check: str) -> np.random.Generator:
    """Inputs of one check for one submission (by the SHA-256 of its bytes): unknown beforehand, equal at every regrade."""
    return _rng(hmac.digest(secret, "/".join((digest, assignment, exercise, check)).encode(), "sha256"))


def generators(secret: bytes, digest: str, assignment: str, exercise: str) -> Callable[[str, bool], np.random.Generator]:
    """rng(check, published): where the checks of one exercise draw their inputs for one submission."""
    return lambda check, published: (published_rng(assignment, exercise, check) if published
                                     else hidden_rng(secret, digest, assignment, exercise, check))


def hidden_data_seed(assignment: str) -> int:
    """Where the hidden part of a training task's data comes from: the course secret, if course.yaml says `hidden_data: course`."""
    from autograder.course import load_course

    secret = course_secret() if load_course().hidden_data == "course" else DEMONSTRATION
    return int.from_bytes(hmac.digest(secret, f"{assignment}/hidden data".encode(), "sha256")[:16], "little")


def _rng(seed: bytes) -> np.random.Generator:
    return np.random.default_rng(int.from_bytes(seed, "little"))

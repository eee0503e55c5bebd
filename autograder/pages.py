"""The templates of all pages. Whatever a template prints is cleaned and escaped on its way: none can forget to."""

import functools
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from autograder.points import plain
from autograder.untrusted import clean


@functools.cache
def template(name: str) -> Template:
    """The template `name` of `autograder/templates/`, compiled once."""
    environment = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, finalize=_shown,
                              undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"points": _points, "words": _words, "clean": clean}
    environment.globals |= {"marks": {"passed": "✓", "failed": "✗", "not run": "–"}}
    return environment.get_template(name)


def count(number: int, one: str, many: str = "") -> str:
    """ "1 check", "3 checks"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _shown(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else clean(value)


def _points(points: float, decimals: int = 2) -> str:
    return plain(points, decimals)


def _words(name: str) -> str:
    """A Python name as words."""
    return clean(name).replace("_", " ")

"""The list of data sets holds every module, and says of each file what its module says."""

import importlib
import re

import pytest

from autograder.assignment import ROOT
from datasets.remote import Source

README = (ROOT / "datasets" / "README.md").read_text()
MODULES = sorted(path.stem for path in (ROOT / "datasets").glob("*.py") if path.stem != "__init__")


def sources(module):
    found = vars(importlib.import_module(f"datasets.{module}")).values()
    flat = [part for value in found for part in (value.values() if isinstance(value, dict) else [value])]
    return [part for part in flat if isinstance(part, Source)]


def test_the_list_is_complete():
    assert sorted(set(re.findall(r"\]\((\w+)\.py\)", README))) == MODULES


@pytest.mark.parametrize("module", [module for module in MODULES if sources(module)])
def test_each_file_has_its_licence_and_the_hash_that_was_published(module):
    (row,) = [line for line in README.splitlines() if f"]({module}.py)" in line and line.count("|") == 5]
    for source in sources(module):
        assert source.url.startswith("https://")
        assert source.licence
        assert (f"`{source.sha256[:8]}…`" if source.sha256 else "nobody published one") in row
        assert not source.sha256 or re.fullmatch("[0-9a-f]{64}", source.sha256)

"""nbgrader's gradebook as a database: its tables, and a transaction in it. SQLite, or PostgreSQL through psycopg 3.

`import nbgrader` loads Jupyter servers and more (3.5 s). The tables are in one module of it, which needs none of that.
"""

import importlib
import importlib.util
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from autograder.nbgrader.problem import GradebookError

LOCK = 0x6E6267  # any number, as long as all graders take the same: PostgreSQL lets one of them write at a time
BARE = ("nbgrader", "nbformat")


def gradebook_url(given: str, course: Path) -> URL:
    """The URL of a gradebook: as given, else the file where nbgrader looks for it; raises GradebookError."""
    try:
        url = make_url(given) if given else URL.create("sqlite", database=str(course / "gradebook.db"))
    except ArgumentError:
        raise GradebookError(f"the gradebook {given!r} is no URL like postgresql://user@host/name or sqlite:////path/file.db") from None
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":  # others may be writing
        return url.update_query_dict({"timeout": "30"} | dict(url.query))
    return url


@contextmanager
def transaction(url: URL) -> Iterator[tuple[Connection, Mapping[str, Table]]]:
    """A connection on which all or nothing is written, alone, and nbgrader's tables, made if the database is new.

    Raises GradebookError.
    """
    shown = f"the gradebook {url.render_as_string(hide_password=True)}"
    engine = None
    try:
        engine = _engine(url)
        with engine.begin() as connection:
            yield connection, _tables(connection, shown)
    except (ImportError, NoSuchModuleError) as error:
        hint = ": pip install 'rnn-course-kit[postgres]'" if "psycopg" in str(error) else ""
        raise GradebookError(f"{shown} needs a driver that is not installed ({error}){hint}") from None
    except (SQLAlchemyError, OSError) as error:
        why = " ".join(str(getattr(error, "orig", None) or error).split())[:300]
        raise GradebookError(f"{shown} cannot be written: {why}") from None
    finally:
        if engine:
            engine.dispose()


def _engine(url: URL) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":  # Python's driver would begin at the first change, after reading what it depends on
        event.listen(engine, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _tables(connection: Connection, shown: str) -> Mapping[str, Table]:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
    there = set(inspect(connection).get_table_names())
    metadata = _api().Base.metadata
    if not there:
        metadata.create_all(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": _newest()})
    elif missing := sorted(set(metadata.tables) - there):
        raise GradebookError(f"{shown} is not one of nbgrader's, or of an old nbgrader (nbgrader db upgrade): it has no table {missing[0]}")
    tables: Mapping[str, Table] = metadata.tables
    return tables


def _newest() -> str:
    """The version that nbgrader gives a new database. It starts `alembic` to ask, which need not be on the PATH and takes seconds."""
    versions = "".join(path.read_text() for path in (Path(str(_api().__file__)).parent / "alembic/versions").glob("*.py"))
    earlier = set(re.findall(r"""^down_revision = ['"](\w+)['"]""", versions, re.MULTILINE))
    (newest,) = set(re.findall(r"""^revision = ['"](\w+)['"]""", versions, re.MULTILINE)) - earlier
    return str(newest)


def _api() -> ModuleType:
    """nbgrader.api, without what its packages load beside it; the module itself where nbgrader is loaded already."""
    global _loaded
    if _loaded is None:
        absent = [name for name in BARE if name not in sys.modules]
        for name in absent:
            spec = importlib.util.find_spec(name)
            if spec is None or not spec.submodule_search_locations:
                raise ModuleNotFoundError(f"{name} is not installed: run `make test` or `make demo`, which set everything up")
            sys.modules[name] = ModuleType(name)
            sys.modules[name].__path__ = list(spec.submodule_search_locations)
        try:
            _loaded = importlib.import_module("nbgrader.api")
        finally:  # leave no half-loaded package behind for those who import the real one later
            for name in [name for name in sys.modules if name.split(".")[0] in absent]:
                del sys.modules[name]
    return _loaded


_loaded: ModuleType | None = None

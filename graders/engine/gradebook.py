"""nbgrader's gradebook, opened; what a database says when it fails, as a sentence."""

import contextlib
from collections.abc import Iterator

from nbgrader.api import Gradebook
from nbgrader.converters import NbGraderException
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, OperationalError

# What PostgreSQL says by numbers: its texts are translated
IN_USE = {"55P03", "40P01", "40001"}  # no lock in time, a deadlock, not serializable
OLD = {"42703", "42P01"}  # no such column, no such table


class GradebookError(NbGraderException):
    """The gradebook is not to be had. The text says why and what to do; no password is in it."""


def opened(db_url: str, course_id: str = "default_course") -> Gradebook:
    """nbgrader's, to be used in a `with`. Raises `GradebookError`, `DBAPIError`."""
    try:
        return Gradebook(db_url, course_id)
    except ArgumentError:
        raise GradebookError(
            "c.CourseDirectory.db_url is no URL of a database that SQLAlchemy knows"
        ) from None
    except ModuleNotFoundError as error:
        raise GradebookError(
            f"the gradebook {_shown(db_url)} needs a driver: {error}. For PostgreSQL, "
            '`pip install "psycopg[binary]"`, and a URL that begins with postgresql+psycopg://'
        ) from None


@contextlib.contextmanager
def in_words(db_url: str) -> Iterator[None]:
    """What a database raises in here is raised as `GradebookError`."""
    try:
        yield
    except DBAPIError as error:
        raise GradebookError(
            f"the gradebook {_shown(db_url)}: {reason(error)}. What was not recorded is graded "
            "again next time"
        ) from error


def reason(error: DBAPIError) -> str:
    """What the database says, in one line, and what helps where that is known."""
    said = " ".join(str(error.orig).split()).rstrip(".?")
    if _number(error) in OLD or said.startswith(("no such column", "no such table")):
        return f"{said}. If an older nbgrader made it, keep a copy and run `nbgrader db upgrade`"
    return said


def is_in_use(error: DBAPIError) -> bool:
    """Whether another program's transaction was in the way, so that the next attempt may do."""
    if isinstance(error, IntegrityError):  # it has just added what this one was about to add
        return True
    locked = isinstance(error, OperationalError) and "locked" in str(error.orig)  # sqlite
    return locked or _number(error) in IN_USE


def _number(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)


def _shown(db_url: str) -> str:
    return make_url(db_url).render_as_string(hide_password=True)

"""What all submissions of an assignment have in common. It is read from the course, and travels."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from traitlets.utils.importstring import import_item

from .. import notebook
from ..nbgrader import GradeSubmission
from ..notebook import UnreadableNotebook
from ..released import Release
from .step import Course


class CannotAutogradeError(Exception):
    """Nothing can be graded as things are. The text says why and what to do."""


def course_of(converter: Any, releases: Mapping[str, Release]) -> Course:
    """The course in which nbgrader's converter grades an assignment. Raises `CannotAutogradeError`.

    Args:
        releases: The assignment's notebooks as they were released, by name.
    """
    course = converter.coursedir
    classes = steps(converter)
    if not any(issubclass(one, GradeSubmission) for one in classes):
        raise CannotAutogradeError(
            "nbgrader_config.py does not grade with firstgrad here. Copy the package's own, or "
            "the part of it that begins with `Grading through firstgrad`."
        )
    sections = {base.__name__ for one in classes for base in one.__mro__}
    sections |= {"Execute", "ExecutePreprocessor"}  # the time limit may be nbgrader's own
    config = {name: dict(converter.config[name]) for name in sections if name in converter.config}
    folder = Path(course.format_path(course.source_directory, ".", course.assignment_id))
    sources = read([folder / f"{name}.ipynb" for name in releases], releases)
    return Course(
        course.assignment_id,
        dict(releases),
        sources,
        tuple(f"{one.__module__}.{one.__qualname__}" for one in classes),
        config,
    )


def read(paths: Iterable[str | Path], releases: Mapping[str, Release]) -> dict[str, bytes | str]:
    """The bytes of notebooks, by name, as far as they were released; text says why one cannot be
    read."""
    found: dict[str, bytes | str] = {}
    for path in map(Path, paths):
        if path.stem in releases:
            try:
                found[path.stem] = notebook.content(path)
            except UnreadableNotebook as error:
                found[path.stem] = str(error)
    return found


def steps(converter: Any) -> list[type]:
    """nbgrader's steps as they are configured: sanitizing, then autograding."""
    configured = [*converter.sanitize_preprocessors, *converter.autograde_preprocessors]
    return [import_item(one) if isinstance(one, str) else one for one in configured]

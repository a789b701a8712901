"""Write what students get into one zip file, as `tox run -e bundle` does.

Notebooks, graders and what pip needs to install them; no solution, no key, no hidden test. What is
packed is compared with `solutions/` first: a bundle that would give something away is not written.
"""

import argparse
import json
import sys
import textwrap
import zipfile
from collections.abc import Iterator
from pathlib import Path

import graders

from . import keys
from .keys import solution_region

PROJECT = Path(__file__).parent.parent.parent
ROOT_FILES = ("pyproject.toml", "constraints.txt", "LICENSE")
README = "docs/students.md"  # becomes the bundle's README.md
HIDDEN = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS", "### BEGIN SOLUTION")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # one date for all files: the same content is the same zip


class CannotBundleError(Exception):
    """The bundle was not written; the text says why."""


def contents(project: Path) -> dict[str, bytes]:
    """The files of the bundle, by the names that they have in it. Raises `CannotBundleError`."""
    wanted = {name: project / name for name in ROOT_FILES}
    wanted["README.md"] = project / README
    for folder in ("assignments", "graders"):
        for path in sorted((project / folder).rglob("*")):
            parts = path.relative_to(project).parts
            if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in parts):
                wanted["/".join(parts)] = path
    missing = [str(path) for path in wanted.values() if not path.is_file()]
    if missing:
        raise CannotBundleError(f"There is no {', no '.join(missing)}.")
    return {name: path.read_bytes() for name, path in wanted.items()}


def secrets(project: Path) -> dict[str, str]:
    """What must not be in the bundle, by what it is: the solution regions of the sources, what is
    said about wrong answers, and the model answers to questions that a person marks."""
    found: dict[str, str] = {}
    for path in sorted((project / "solutions").glob("*/*.ipynb")):
        assignment = path.parent.name
        for cell in _cells(path.read_bytes()):
            grading = cell["metadata"].get("nbgrader", {})
            region = solution_region(cell["source"])
            if not region and grading.get("grade") and grading.get("solution"):
                region = cell["source"]
            if region.strip():
                found[f"the solution of {grading.get('grade_id')}, {assignment}"] = _plain(region)
        for question, key in keys.read(path).items():
            for answer, why in key.why.items():
                found[f"what is said of {answer} to {question}, {assignment}"] = why
    return found


def leaks(files: dict[str, bytes], hidden: dict[str, str]) -> list[str]:
    """What the files give away, a line each."""
    found = []
    for name, data in files.items():
        text = _plain(_text(name, data))
        found += [f"{name} holds {where}" for where, secret in hidden.items() if secret in text]
        if name.endswith(".ipynb"):
            found += [f"{name} holds {mark!r}" for mark in HIDDEN if mark in text]
    return found


def bundle(project: Path) -> Path:
    """Write `dist/firstgrad-student-<version>.zip`; where it is. Raises `CannotBundleError`."""
    files = contents(project)
    given_away = leaks(files, secrets(project))
    if given_away:
        listing = "\n".join(f"  {line}" for line in given_away)
        raise CannotBundleError(
            f"Students must not get this:\n{listing}\nRegenerate assignments/ (tox run -e release)."
        )
    name = f"firstgrad-student-{graders.__version__}"
    target = project / "dist" / f"{name}.zip"
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{name}/{file}", LONG_AGO)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return target


def _cells(data: bytes) -> Iterator[dict]:
    for cell in json.loads(data)["cells"]:
        yield {**cell, "source": "".join(cell["source"])}


def _text(name: str, data: bytes) -> str:
    """What a reader of the file sees: of a notebook its cells, each on lines of its own."""
    if name.endswith(".ipynb"):
        return "\n".join(cell["source"] for cell in _cells(data))
    return data.decode("utf-8", "replace")


def _plain(text: str) -> str:
    """Text without indentation and empty lines: pasted code has its own."""
    lines = (line.strip() for line in textwrap.dedent(text).splitlines())
    return "\n" + "\n".join(line for line in lines if line) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("project", nargs="?", type=Path, default=PROJECT, help="the course")
    try:
        print(bundle(parser.parse_args().project.resolve()))
    except CannotBundleError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

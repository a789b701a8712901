"""Write what students get into one zip file, as `tox run -e bundle` does.

Notebooks, graders and what pip needs to install them; no solution, no key, no hidden test. The
notebooks have to be, byte for byte, what a release of `solutions/` gives, and the graders are
searched for what is secret: a bundle that would give something away is not written.
"""

import argparse
import json
import re
import sys
import tempfile
import zipfile
from pathlib import Path

import graders

from . import keys, release
from .keys import solution_region

PROJECT = Path(__file__).parent.parent.parent
ROOT_FILES = ("pyproject.toml", "constraints.txt", "LICENSE")
README = "docs/students.md"  # becomes the bundle's README.md
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # one date for all files: the same content is the same zip


class CannotBundleError(Exception):
    """The bundle was not written; the text says why."""


def contents(project: Path) -> dict[str, bytes]:
    """The files of the bundle, by the names that they have in it. Raises `CannotBundleError`."""
    wanted = {name: project / name for name in ROOT_FILES}
    wanted["README.md"] = project / README
    for folder in ("assignments", "graders"):
        for name, path in _files(project / folder).items():
            wanted[f"{folder}/{name}"] = path
    missing = [str(path) for path in wanted.values() if not path.is_file()]
    if missing:
        raise CannotBundleError(f"There is no {', no '.join(missing)}.")
    return {name: path.read_bytes() for name, path in wanted.items()}


def out_of_date(project: Path) -> list[str]:
    """The files of `assignments/` that are not what a release of `solutions/` gives."""
    with tempfile.TemporaryDirectory() as folder:
        if not release.generate(project, Path(folder)):
            raise CannotBundleError("There are no solutions/ to compare the assignments with.")
        released, packed = (
            {name: path.read_bytes() for name, path in _files(root).items()}
            for root in (Path(folder), project / "assignments")
        )
    names = sorted(released.keys() | packed.keys())
    return [name for name in names if released.get(name) != packed.get(name)]


def secrets(project: Path) -> dict[str, str]:
    """What must not be in the graders, by what it is: the solution regions of the sources, the
    model answers to questions that a person marks, keys, and what is said about wrong answers."""
    found: dict[str, str] = {}
    for path in sorted((project / "solutions").glob("*/*.ipynb")):
        assignment = path.parent.name
        for cell in json.loads(path.read_bytes())["cells"]:
            source, grading = "".join(cell["source"]), cell["metadata"].get("nbgrader", {})
            region = solution_region(source)
            if not region and grading.get("grade") and grading.get("solution"):
                region = source
            if region.strip():
                found[f"the solution of {grading.get('grade_id')}, {assignment}"] = region
        for question, key in keys.read(path).items():
            found[f"the key of {question}, {assignment}"] = f"{question} = {key.right!r}"
            for answer, why in key.why.items():
                found[f"what is said of {answer} to {question}, {assignment}"] = str(why)
    return found


def leaks(files: dict[str, bytes], hidden: dict[str, str]) -> list[str]:
    """What the graders among the files give away, a line each."""
    wanted = {
        what: re.compile(rf"(?<!\w){re.escape(_plain(secret))}(?!\w)")
        for what, secret in hidden.items()
    }
    return [
        f"{name} holds {what}"
        for name, data in files.items()
        if name.startswith("graders/")
        for text in [_plain(data.decode("utf-8", "replace"))]
        for what, secret in wanted.items()
        if secret.search(text)
    ]


def bundle(project: Path) -> Path:
    """Write `dist/firstgrad-student-<version>.zip`; where it is. Raises `CannotBundleError`."""
    files = contents(project)
    given_away = leaks(files, secrets(project))
    if given_away:
        raise CannotBundleError("\n  ".join(["Students must not get this:", *given_away]))
    changed = out_of_date(project)
    if changed:
        raise CannotBundleError(
            "\n  ".join(["assignments/ is not what solutions/ gives:", *changed])
            + "\nCommit what is yours there, and regenerate it (tox run -e release)."
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


def _files(folder: Path) -> dict[str, Path]:
    """The files in a folder by their names in it; none of those that tools leave there."""
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*"))}
    return {
        name.as_posix(): path
        for name, path in found.items()
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.parts)
    }


def _plain(text: str) -> str:
    """Text without layout: pasted code and wrapped sentences have their own."""
    text = re.sub(r"[\"']\s*\n\s*[\"']", "", text)  # literals that stand on several lines
    return re.sub(r"[\s#]+", " ", text.replace("'", '"')).strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("project", nargs="?", type=Path, default=PROJECT, help="the course")
    try:
        print(bundle(parser.parse_args().project.resolve()))
    except (CannotBundleError, release.CannotReleaseError, keys.UnreadableKey) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Regenerate `assignments/` from `solutions/`, as `tox run -e release` does.

nbgrader's own `generate_assignment` does the work, in a temporary copy of the course, so that a
failure leaves `assignments/` as it was. Work in `assignments/` that git does not know would be
lost: then nothing is done.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent


class CannotReleaseError(Exception):
    """The release was not made; the text says why, and what to do."""


def generate(project: Path, target: Path) -> list[str]:
    """Write the release of every assignment in `project/solutions` into the folder `target`.

    Returns the assignments' names. Raises `CannotReleaseError`.
    """
    names = sorted(path.parent.name for path in (project / "solutions").glob("*/*.ipynb"))
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder)
        shutil.copy(project / "nbgrader_config.py", course)
        shutil.copytree(
            project / "solutions", course / "solutions", ignore=shutil.ignore_patterns(".*")
        )

        def one(name: str) -> None:
            _generate(course, name)
            shutil.copytree(course / "assignments" / name, target / name, dirs_exist_ok=True)

        with ThreadPoolExecutor() as pool:  # most of it is nbgrader's start-up
            list(pool.map(one, names))
    return names


def _generate(course: Path, name: str) -> None:
    """Let nbgrader generate one assignment. Raises `CannotReleaseError`."""
    # nbgrader starts programs that lie beside the interpreter
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", name, "--no-db"],
        cwd=course,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise CannotReleaseError(f"nbgrader could not release {name}:\n{done.stderr}")


def uncommitted(folder: Path) -> list[str]:
    """The files in `folder` that git would report as changed, or not know at all."""
    done = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all", "--", str(folder)],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise CannotReleaseError(f"git cannot say what is committed in {folder}:\n{done.stderr}")
    return [line[3:] for line in done.stdout.splitlines()]


def release(project: Path) -> list[str]:
    """Replace what `project/assignments` has of each assignment. Raises `CannotReleaseError`."""
    target = project / "assignments"
    target.mkdir(exist_ok=True)
    at_risk = uncommitted(target)
    if at_risk:
        listing = "\n".join(f"  {path}" for path in at_risk)
        raise CannotReleaseError(
            f"There is uncommitted work in assignments/, which a release would overwrite:\n"
            f"{listing}\nCommit it, or move it away, and run this again."
        )
    with tempfile.TemporaryDirectory() as folder:
        names = generate(project, Path(folder))
        for name in names:
            shutil.rmtree(target / name, ignore_errors=True)
            shutil.copytree(Path(folder) / name, target / name)
    return names


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("project", nargs="?", type=Path, default=PROJECT, help="the course")
    try:
        for name in release(parser.parse_args().project.resolve()):
            print(f"assignments/{name} is up to date")
    except CannotReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

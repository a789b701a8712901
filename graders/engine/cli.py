"""The `graders` command."""

import argparse
import json
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit status."""
    parser = argparse.ArgumentParser(prog="graders", description="Auto-graded PyTorch exercises.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser(
        "doctor",
        help="what this machine keeps a submission from",
        description="Find out, by trying it, what this machine keeps a submission from. The exit "
        "status is 0 if that is all that docs/security.md promises, else 1.",
    )
    autograde = commands.add_parser(
        "autograde",
        help="grade a class on all cores",
        description="Grade what has been handed in, as `nbgrader autograde` does: the same "
        "folders, gradebook, configuration and marks, many submissions at a time. Options of "
        "`nbgrader autograde` that are not listed here work as well. The exit status is 0 if "
        "everything was graded, 1 if not, 3 if nothing can be graded here.",
    )
    autograde.add_argument("assignment", help="its name")
    where = autograde.add_mutually_exclusive_group()
    where.add_argument("--jobs", type=_positive, metavar="N", help="how many at a time (cores)")
    where.add_argument(
        "--scheduler", metavar="ADDRESS", help="grade on the Dask cluster of this scheduler"
    )
    autograde.add_argument("--student", metavar="ID", help="one student, or a pattern")
    autograde.add_argument("--force", action="store_true", help="also what has been graded before")
    autograde.add_argument("--json", action="store_true", help="say what came of it as JSON")
    options, more = parser.parse_known_args(arguments)
    if options.command == "doctor":
        if more:
            parser.error(f"unrecognized arguments: {' '.join(more)}")
        return _doctor()
    return _autograde(options, more)


def _positive(text: str) -> int:
    if not text.isdigit() or text == "0":
        raise argparse.ArgumentTypeError(f"{text} is no number of processes")
    return int(text)


def _doctor() -> int:
    from .doctor import examine
    from .warm import EngineError

    try:
        return 0 if examine() else 1
    except EngineError as error:
        return _nothing(error)


def _autograde(options: argparse.Namespace, more: list[str]) -> int:
    from .classroom import pool

    if options.scheduler is None:
        pool.import_meanwhile()
    try:
        from .classroom import autograde
    except ImportError as error:
        return _nothing(f"{error}. Grading a class needs `pip install firstgrad[nbgrader]`")
    from .notebook import UnreadableNotebook
    from .warm import EngineError

    given = [options.assignment, *more]
    if options.student is not None:
        given.append(f"--student={options.student}")
    if options.force:
        given.append("--force")
    if options.scheduler is None:
        app = autograde.GradersAutograde(options.jobs or pool.cores())
    else:
        try:
            from .classroom.cluster import Cluster
        except ImportError as error:
            return _nothing(f"{error}. A Dask cluster needs `pip install firstgrad[cluster]`")
        cluster = Cluster(options.scheduler)
        app = autograde.GradersAutograde(cluster.workers, cluster.connect)
    try:
        app.initialize(given)
        app.start()
    except (autograde.CannotAutogradeError, EngineError, UnreadableNotebook) as error:
        return _nothing(error)
    except OSError as error:  # a full disk, a folder that may not be written to
        return _nothing(f"{error}. The same command goes on from here")
    except KeyboardInterrupt:
        print("graders: stopped. The same command goes on from here.", file=sys.stderr)
        return 130
    assert app.summary is not None
    if options.json:
        print(json.dumps(app.summary.to_json(), indent=1, ensure_ascii=False))
    else:
        print("\n".join(app.summary.lines()))
    return 1 if app.summary.failed else 0


def _nothing(reason: object) -> int:
    print(f"graders: nothing can be graded here: {reason}", file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main())

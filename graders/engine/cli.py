"""The `graders` command."""

import argparse
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
    parser.parse_args(arguments)
    from .doctor import examine
    from .warm import EngineError

    try:
        return 0 if examine() else 1
    except EngineError as error:
        print(f"graders: nothing can be graded here: {error}", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())

"""What a benchmark has found: medians and ratios against their bars; as Markdown and as JSON.

What was measured is kept by part, in the JSON file, with the commit and the command that measured
it: a part that is measured again replaces its own findings and no others.
"""

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from accuracy import table


@dataclass(frozen=True)
class Row:
    """One claim.

    Attributes:
        part: The part of the benchmark that measures it.
        what: Of what, against what.
        bar: The most that it may be; with `at_least`, the least.
        unit: "ms", or "" for a ratio.
    """

    part: str
    what: str
    bar: float | None
    unit: str = ""
    at_least: bool = False

    def keeps(self, value: float) -> bool:
        if self.bar is None:
            return True
        return value >= self.bar if self.at_least else value <= self.bar

    def words(self, value: float) -> str:
        """A value as people read it: "1/31.2", "0.94", "48 ms"."""
        if self.unit:
            return f"{value:.0f} {self.unit}"
        if value and self.bar is not None and self.bar <= 0.5:
            return f"1/{1 / value:.3g}"
        return f"{value:.2f}"

    @property
    def limit(self) -> str:
        if self.bar is None:
            return "–"
        return f"at {'least' if self.at_least else 'most'} {self.words(self.bar)}"


ROWS = {
    "classroom": Row(
        "classroom",
        "a class, `graders autograde` on two cores against stock `nbgrader autograde` of the same"
        " notebook with plain asserts, with pictures on both, a submission",
        1 / 25,
    ),
    "no-figures": Row("no-figures", "the same, pictures left out on both", 1 / 40),
    "nbgrader": Row(
        "nbgrader",
        "`nbgrader autograde` with our preprocessor against stock, on two cores, a submission",
        1 / 8,
    ),
    "overhead": Row(
        "overhead", "what the engine adds to a submission's own computing, on one core", 60, "ms"
    ),
    "large": Row("large", "a class ten times as large, a submission", 1.1),
    "memory": Row("large", "the same, the peak memory of the grading process", 1.2),
    "workers-2": Row("workers", "two Dask workers against one: efficiency", 0.9, at_least=True),
    "workers-4": Row("workers", "four Dask workers against one: efficiency", 0.9, at_least=True),
    "watch": Row(
        "watch", "`pytest graders/ --watch`, one exercise, from a save to its result", 300, "ms"
    ),
    "otter": Row(
        "otter",
        "a class, `graders autograde` on two cores against `otter run` of the same notebook with"
        " the same plain asserts, a submission",
        1 / 100,
    ),
    "cold": Row(
        "cold",
        '`pytest graders/` of all assignments from cold against `python -c "import torch, pytest"`',
        3,
    ),
    "isolation": Row("isolation", "grading with the walls against none", None),
}


@dataclass
class Finding:
    """What was measured for a row.

    Attributes:
        values: One for each pair of runs, in the order in which they were made.
        detail: What else there is to say, for the reader of the table.
        missing: Why there are no values, where there are none.
        failed: Whether there should have been some.
    """

    row: str
    values: list[float] = field(default_factory=list)
    detail: str = ""
    missing: str = ""
    failed: bool = False

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def kept(self) -> bool | None:
        """Whether the bar is kept; None where nothing was measured."""
        return ROWS[self.row].keeps(self.median) if self.values else None

    def words(self) -> str:
        """The median and the spread: "1/31.2 (1/29 to 1/33, 3 pairs)"."""
        if not self.values:
            return f"{'failed' if self.failed else 'not measured'}: {self.missing}"
        row, count = ROWS[self.row], len(self.values)
        if count == 1:
            return row.words(self.median)
        spread = f"{row.words(min(self.values))} to {row.words(max(self.values))}"
        return f"{row.words(self.median)} ({spread}; {count})"


@dataclass
class Measured:
    """What a part of the benchmark has found.

    Attributes:
        about: How: the command, the commit, the machine, its load at the start.
        tables: Beside the findings, by their headings: a head and rows.
        text: Sentences below the tables.
    """

    findings: list[Finding]
    about: dict[str, Any] = field(default_factory=dict)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)


def ratios(pairs: Iterable[tuple[float, float]]) -> list[float]:
    """Of pairs of times, measured in turn."""
    return [one / other for one, other in pairs]


def medians(pairs: Sequence[tuple[float, float]], digits: int = 2) -> str:
    """The median of either side: "0.20 s against 5.10 s"."""
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    return f"{ours:.{digits}f} s against {theirs:.{digits}f} s"


def per_submission(starting: float, everything: float, count: int) -> float:
    """Seconds a submission, start-up aside: a run of a class that has `count` more submissions than
    another run, less that run."""
    return (everything - starting) / count


def efficiency(one: float, many: float, workers: int) -> float:
    """How much of `workers` times the speed there is, of seconds a submission."""
    return one / (workers * many)


class Report:
    """All that has been measured, by part.

    Args:
        parts: What each has found.
        shares: Of the kinds of submissions in a class.
    """

    def __init__(self, parts: Mapping[str, Measured], shares: Mapping[str, float]) -> None:
        self.parts, self._shares = dict(parts), dict(shares)

    def findings(self, parts: Iterable[str]) -> list[Finding]:
        """What some parts have found."""
        return [one for part in parts if part in self.parts for one in self.parts[part].findings]

    def bad(self, parts: Iterable[str]) -> list[str]:
        """Of some parts, what does not keep its bar and what failed, a line each."""
        lines = []
        for finding in self.findings(parts):
            if finding.failed or finding.kept is False:
                row = ROWS[finding.row]
                lines.append(f"BAD {row.what}: {finding.words()}, bar {row.limit}")
        return lines

    def lines(self, part: str) -> list[str]:
        """What a part has found, for a terminal."""
        measured = self.parts[part]
        lines = [
            "; ".join(filter(None, [f"{ROWS[one.row].what}: {one.words()}", one.detail]))
            for one in measured.findings
        ]
        for heading, rows in measured.tables.items():
            lines += [heading, *table(rows[0], rows[1:])]
        return [*lines, *measured.text]

    # --- as JSON -----------------------------------------------------------------------------

    def to_json(self) -> dict[str, Any]:
        """The whole, as `docs/performance.json`."""
        return {
            "class": self._shares,
            "parts": {
                name: {
                    **asdict(measured),
                    "findings": [_of_finding(finding) for finding in measured.findings],
                }
                for name, measured in self.parts.items()
            },
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any], shares: Mapping[str, float]) -> "Report":
        """What `to_json` has written."""
        parts = {}
        for name, part in content.get("parts", {}).items():
            findings = [
                Finding(*(one[name.name] for name in fields(Finding)))
                for one in part["findings"]
                if one["row"] in ROWS
            ]
            parts[name] = Measured(findings, part["about"], part["tables"], part["text"])
        return cls(parts, shares)

    # --- for readers -------------------------------------------------------------------------

    def markdown(self) -> str:
        """The whole, as `docs/performance.md`."""
        return "\n".join(
            [
                "# Performance",
                "",
                "How fast the grading is. Written by `tox run -e bench`, which fails where a bar is"
                " not kept; do not edit. Both sides of a ratio are measured in turn in one run: a"
                " machine's speed drifts. A figure is the median of the ratios of such pairs; in"
                " brackets the smallest, the largest, and how many.",
                "",
                *self._warnings(),
                *table(["what", "measured", "bar", ""], map(self._row, ROWS)),
                "",
                *self._commands(),
                *self._class(),
                *self._details(),
            ]
        )

    def _row(self, name: str) -> list[str]:
        row = ROWS[name]
        finding = next((one for one in self.findings(self.parts) if one.row == name), None)
        if finding is None:
            return [row.what, "not measured yet", row.limit, ""]
        verdicts = {True: "kept" if row.bar is not None else "", False: "**missed**", None: ""}
        measured = finding.words() + (f"; {finding.detail}" if finding.detail else "")
        return [row.what, measured, row.limit, verdicts[finding.kept]]

    def _warnings(self) -> list[str]:
        lines = []
        commits = {part.about.get("commit") for part in self.parts.values()}
        machines = {part.about.get("machine") for part in self.parts.values()}
        if len(commits) > 1:
            lines.append("Not all parts were measured with the same code: the list below says so.")
        if len(machines) > 1:
            lines.append("Not all parts were measured on the same machine.")
        busy = [name for name, part in self.parts.items() if part.about.get("busy")]
        if busy:
            lines.append(f"The machine had other work when these were measured: {', '.join(busy)}.")
        if any(part.about.get("quick") for part in self.parts.values()):
            lines.append("Some parts were measured with `--quick` sizes, for trying: no figures.")
        return [f"**{line}**\n" for line in lines]

    def _commands(self) -> list[str]:
        lines = ["## How", ""]
        for machine in dict.fromkeys(
            part.about.get("machine", "?") for part in self.parts.values()
        ):
            lines += [f"Measured on {machine}.", ""]
        rows = [
            [name, f"`{p.about.get('command')}`", p.about.get("commit") or "?", p.about["load"]]
            for name, p in self.parts.items()
        ]
        lines += [*table(["part", "command", "commit", "load before"], rows), ""]
        return lines

    def _class(self) -> list[str]:
        shares = [[kind, f"{100 * share:g} %"] for kind, share in self._shares.items()]
        return ["## The class", "", *CLASS, "", *table(["submissions", "share"], shares), ""]

    def _details(self) -> list[str]:
        lines = []
        for part in self.parts.values():
            for heading, (head, *rows) in part.tables.items():
                lines += [f"## {heading}", "", *table(head, rows), ""]
            lines += [line for text in part.text for line in (text, "")]
        return lines


CLASS = [
    "Both sides grade the same notebooks, those of `linear_regression_scratch`, made of the sample"
    " submissions in `tests/submissions/`, drawn for each student and each exercise. The slow ones"
    " are, in turn: loops over rows and numbers in Python in all five functions; thirty epochs of"
    " training for three; a second asleep. In no class are endless loops, which cost either side"
    " the time limit that the instructor has set, and a `DataLoader` with processes of its own;"
    " what they take stands below. Stock nbgrader's notebook has in each check cell plain asserts"
    " of the same function (`tests/bench_stock.py`), and the same time limit.",
    "",
    "A submission's time is `(T(class and starters) - T(starters)) / class`: the starters are one"
    " right submission for each process that grades, so that starting up is in both runs. Stock"
    " nbgrader takes seconds for each, so it grades a part of the class, with the same shares; each"
    " pair another part. Pictures left out means that the cells that draw them do not"
    " run: by `c.GradeSubmission.figures = False` here; there the notebook is without them. The"
    " submission's own computing is its cells and the very calls that the"
    " checks make, in one warm process without any boundary (`tests/bench_overhead.py`). On our"
    ' side every wall is asked for: `c.GradeSubmission.isolation = "strict"`.',
]


def _of_finding(finding: Finding) -> dict[str, Any]:
    row = ROWS[finding.row]
    median = finding.median if finding.values else None
    return {
        **asdict(finding),
        "what": row.what,
        "median": median,
        "bar": row.bar,
        "unit": row.unit,
        "at_least": row.at_least,
        "kept": finding.kept,
    }

"""What an audit has found: counts, confidence bounds, bars; as Markdown and as JSON."""

import math
import platform
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audit import Done

CONFIDENCE = 0.95
MISNAMED, SURVIVED = 0.05, 0.02  # the bars that are not 0


def at_most(events: int, trials: int) -> float:
    """The upper bound of a rate of which `events` of `trials` were seen, one-sided, at 95 %.

    Clopper and Pearson's: the rate with which so few events have a probability of 5 %.
    """
    if events >= trials:
        return 1.0
    low, high = events / trials, 1.0
    for _ in range(60):
        rate = (low + high) / 2
        if _so_few(events, trials, rate) > 1 - CONFIDENCE:
            low = rate
        else:
            high = rate
    return high


def _so_few(events: int, trials: int, rate: float) -> float:
    """The probability of at most `events`."""

    def logarithm(k: int) -> float:
        ways = math.lgamma(trials + 1) - math.lgamma(k + 1) - math.lgamma(trials - k + 1)
        return ways + k * math.log(rate) + (trials - k) * math.log1p(-rate)

    return math.fsum(math.exp(logarithm(k)) for k in range(events + 1))


@dataclass(frozen=True)
class Rate:
    """How often something undesirable happened."""

    events: int
    trials: int

    def __str__(self) -> str:
        if not self.trials:
            return "–"
        return (
            f"{self.events} of {self.trials:,} (< {100 * at_most(self.events, self.trials):.2g} %)"
        )

    def to_json(self) -> dict[str, Any]:
        bound = at_most(self.events, self.trials) if self.trials else None
        return {"events": self.events, "trials": self.trials, "at_most": bound}


class Report:
    """The findings of an audit.

    Args:
        found: What became of every job.
        equivalent: The mutants that were left out, with the reason for each.
        about: What else is known of the run.
    """

    def __init__(
        self,
        found: Sequence["Done"],
        equivalent: Mapping[tuple[str, str], str],
        about: Mapping[str, Any],
    ) -> None:
        self.found, self.equivalent, self.about = found, equivalent, about

    def of(self, *kinds: str, device: str = "cpu") -> list["Done"]:
        return [d for d in self.found if d.job.kind in kinds and d.job.device == device]

    # --- the rates ---------------------------------------------------------------------------

    def rejected(self, found: Iterable["Done"]) -> Rate:
        """Right samples without full marks."""
        return _rate([d for d in found if d.job.kind == "right"], lambda d: not d.full)

    def accepted(self, found: Iterable["Done"]) -> Rate:
        """Wrong samples with full marks."""
        return _rate([d for d in found if d.job.kind == "wrong"], lambda d: d.full > 0)

    def misnamed(self, found: Iterable["Done"]) -> Rate:
        """Wrong samples with a misconception that were not given just this one."""
        labelled = [d for d in found if d.job.kind == "wrong" and d.job.expected]
        return _rate(labelled, lambda d: d.named != d.job.expected)

    def overnamed(self, found: Iterable["Done"]) -> Rate:
        """Wrong samples without a misconception that were given one."""
        others = [d for d in found if d.job.kind == "wrong" and not d.job.expected]
        return _rate(others, lambda d: bool(d.named))

    def survived(self, found: Iterable["Done"]) -> Rate:
        """Mutants with full marks."""
        return _rate([d for d in found if d.job.kind == "mutant"], lambda d: d.full > 0)

    def changed(self, found: Iterable["Done"]) -> Rate:
        """Gradings of right solutions that did not give full marks."""
        again = [d for d in found if d.job.kind in ("reference", "repeat")]
        times = sum(d.job.times for d in again)
        return Rate(times - sum(d.full for d in again), times)

    @property
    def bars(self) -> list[tuple[str, Rate, float, bool]]:
        """What is measured, the rate, its bar, and whether it is kept."""
        cpu = [d for d in self.found if d.job.device == "cpu"]
        gpu = [d for d in self.found if d.job.device == "cuda"]
        measured = [
            ("right samples rejected", self.rejected(cpu), 0.0),
            ("wrong samples accepted", self.accepted(cpu), 0.0),
            ("wrong samples with a misconception, not given it", self.misnamed(cpu), MISNAMED),
            ("wrong samples without one, given one", self.overnamed(cpu), MISNAMED),
            ("mutants not killed", self.survived(cpu), SURVIVED),
            ("repeated gradings with another verdict", self.changed(cpu), 0.0),
        ]
        if gpu:
            measured.append(("the same on a GPU", self.changed(gpu), 0.0))
        return [(what, rate, bar, rate.events <= bar * rate.trials) for what, rate, bar in measured]

    @property
    def fine(self) -> bool:
        return all(kept for *_, kept in self.bars)

    # --- for readers -------------------------------------------------------------------------

    def summary(self) -> str:
        """The rates and what is behind those that are not zero, for a terminal."""
        lines = [
            f"{'ok ' if kept else 'BAD'} {what}: {rate}, bar {100 * bar:g} %"
            for what, rate, bar, kept in self.bars
        ]
        return "\n".join([*lines, *(f"  {line}" for line in self.exceptions())])

    def exceptions(self) -> list[str]:
        """Every single verdict that was not as it should be."""
        lines = []
        for done in self.found:
            job = done.job
            what = f"{job.kind} {job.assignment}/{job.name or job.exercise}"
            if job.kind == "wrong" and done.named != job.expected:
                lines.append(f"{what}: is {_names(job.expected)}, named {_names(done.named)}")
            if job.kind in ("wrong", "mutant") and done.full:
                lines.append(f"{what}: full marks")
            if job.kind not in ("wrong", "mutant") and done.full < job.times:
                lines.append(f"{what}: {job.times - done.full} of {job.times} without full marks")
                lines += [f"  {complaint}" for complaint in done.complaints[:1]]
        return lines

    def markdown(self) -> str:
        """The whole, as `docs/accuracy.md`."""
        return "\n".join(
            [
                "# Accuracy",
                "",
                "How often the grading is wrong. Written by `tox run -e audit`, which fails where"
                " a bar is not kept; do not edit. In brackets: the upper bound of the rate, on one"
                f" side, at {100 * CONFIDENCE:g} % (Clopper and Pearson).",
                "",
                f"Measured by `{self.about['command']}` on commit {self.about['commit'] or '?'}:"
                f" {self.about['seconds'] / 3600:.1f} hours of one process's time, with Python"
                f" {platform.python_version()} on {platform.machine()}"
                + (
                    ", on the CPU alone: there was no GPU."
                    if not self.of("repeat", device="cuda")
                    else ", on the CPU, and in part on a GPU."
                ),
                "",
                *table(
                    ["what", "events", "bar", ""],
                    [
                        [what, str(rate), f"{100 * bar:g} %", "kept" if kept else "**missed**"]
                        for what, rate, bar, kept in self.bars
                    ],
                ),
                "",
                "Samples are solutions of one exercise each, in `tests/submissions/`: right ones in"
                " different styles, and wrong ones. A wrong one is labelled with its misconception,"
                " or with none where no misconception that we name explains it: then naming one is"
                " an error, too. Mutants are the reference solutions with one change made by an"
                " operator of [cosmic-ray](https://cosmic-ray.readthedocs.io). Each grading draws"
                " fresh inputs and has a fresh worker. The checks and the misconceptions were"
                " written with these samples at hand: what the figures say of solutions that"
                " nobody has seen yet is no more than that.",
                "",
                "## By exercise",
                "",
                "Undesirable events, of how many trials.",
                "",
                *self._by_exercise(),
                "",
                "## Verdicts that were not as they should be",
                "",
                *([f"- {line}" for line in self.exceptions()] or ["None."]),
                "",
                "## Misconceptions",
                "",
                "Of the wrong samples with a misconception: how many, and what they were given.",
                "",
                *self._confusion(),
                "",
                "## Equivalent mutants",
                "",
                "They keep the contract as the reference does, and are left out above.",
                "",
                *table(
                    ["assignment", "mutant", "why no check can tell"],
                    [[where, f"`{name}`", why] for (where, name), why in self.equivalent.items()],
                ),
                "",
            ]
        )

    def _by_exercise(self) -> list[str]:
        rates: list[Callable] = [self.rejected, self.accepted, self.misnamed, self.overnamed]
        rates += [self.survived, self.changed]
        rows = []
        for key in dict.fromkeys((d.job.assignment, d.job.exercise) for d in self.found):
            mine = [
                d
                for d in self.found
                if (d.job.assignment, d.job.exercise) == key and d.job.device == "cpu"
            ]
            counts = [rate(mine) for rate in rates]
            rows.append(
                [*key, *(f"{r.events} / {r.trials:,}" if r.trials else "–" for r in counts)]
            )
        head = ["right rejected", "wrong accepted", "misnamed", "named without one"]
        head += ["mutants alive", "verdicts changed"]
        return table(["assignment", "exercise", *head], rows)

    def confusion(self) -> dict[tuple[str, str], Counter]:
        """For each exercise the pairs (what a wrong sample is, what it was given), counted."""
        found: dict[tuple[str, str], Counter] = {}
        for done in self.of("wrong"):
            key = (done.job.assignment, done.job.exercise)
            pair = _names(done.job.expected), _names(done.named)
            found.setdefault(key, Counter())[pair] += 1
        return found

    def _confusion(self) -> list[str]:
        lines = []
        for (assignment, exercise), counts in self.confusion().items():
            rows = []
            for is_, total in sorted(_totals(counts).items()):
                given = {g: n for (i, g), n in sorted(counts.items()) if i == is_}
                right = given.pop(is_, 0)
                others = "; ".join(f"{name}: {count}" for name, count in given.items())
                rows.append([is_, str(total), str(right), others])
            lines += [f"### {assignment}: {exercise}", ""]
            lines += [*table(["is", "samples", "given it", "given another"], rows), ""]
        return lines[:-1]

    def to_json(self) -> dict[str, Any]:
        """The whole, as `docs/accuracy.json`."""
        return {
            "about": dict(self.about),
            "confidence": CONFIDENCE,
            "bars": [
                {"what": what, **rate.to_json(), "bar": bar, "kept": kept}
                for what, rate, bar, kept in self.bars
            ],
            "confusion": [
                {
                    "assignment": assignment,
                    "exercise": exercise,
                    "counts": [
                        {"is": is_, "given": given, "count": count}
                        for (is_, given), count in sorted(counts.items())
                    ],
                }
                for (assignment, exercise), counts in self.confusion().items()
            ],
            "exceptions": self.exceptions(),
            "equivalent_mutants": [
                {"assignment": where, "mutant": name, "reason": reason}
                for (where, name), reason in self.equivalent.items()
            ],
        }


def _rate(found: Sequence["Done"], event: Callable[["Done"], bool]) -> Rate:
    return Rate(sum(map(event, found)), len(found))


def _totals(counts: Counter) -> Counter:
    totals: Counter = Counter()
    for (is_, _), count in counts.items():
        totals[is_] += count
    return totals


def _names(names: Iterable[str]) -> str:
    return "; ".join(sorted(names)) or "(none)"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return [
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines
    ]

"""A feedback page's piece for one exercise. Everything that is put in is escaped."""

import html

from . import terminal
from .outcomes import CheckResult, ExerciseResult, Outcome

MARKS = {
    Outcome.PASSED: ("✓", "#1a7f37"),
    Outcome.FAILED: ("✗", "#b42318"),
    Outcome.ERROR: ("✗", "#b42318"),
    Outcome.TIMED_OUT: ("✗", "#b42318"),
    Outcome.NOT_ATTEMPTED: ("–", "#57606a"),
    Outcome.SKIPPED: ("–", "#57606a"),
    Outcome.NEEDS_MARKING: ("?", "#57606a"),
}


def exercise(found: ExerciseResult, seed: int) -> str:
    """One exercise as HTML: status and points, then a line for each check."""
    points = f"{found.score:g} of {found.max_score:g} points"
    head = f"<b>{html.escape(found.exercise)}</b>: {found.status.words}, {points}"
    if found.status is Outcome.NOT_ATTEMPTED:
        rows = ""
    else:
        rows = "".join(_check(check) for check in found.checks)
    return (
        '<div style="font-family: sans-serif; line-height: 1.45; max-width: 50em">'
        f'<div style="margin-bottom: .4em">{head}</div>{rows}'
        f'<div style="color: #57606a; font-size: 85%; margin-top: .4em">seed {seed}</div></div>'
    )


def _check(check: CheckResult) -> str:
    mark, colour = MARKS[check.outcome]
    lines = f"<div>{_code(check.fact)}</div>"
    if not check.outcome.green:
        lines += f'<div style="margin: .2em 0">{_code(check.message)}</div>'
        if check.compared:
            lines += _side_by_side(check.compared)
        lines += _hints(check)
    return (
        '<div style="display: flex; margin: .25em 0">'
        f'<div style="color: {colour}; width: 1.4em; flex: none"><b>{mark}</b></div>'
        f"<div>{lines}</div></div>"
    )


def _hints(check: CheckResult) -> str:
    """The hint, a second one for those who open it, and the line to look at."""
    parts = []
    if check.hint:
        parts.append(f"<i>Hint:</i> {_code(check.hint)}")
    if check.more:
        parts.append(f"<details><summary>A second hint</summary>{_code(check.more)}</details>")
    if check.where:
        parts.append(f"<i>Look at</i> {_code(check.where)}")
    return "".join(f'<div style="color: #57606a">{part}</div>' for part in parts)


def _side_by_side(compared: dict) -> str:
    """Two tables, yours and the expected one, with what differs marked."""
    tables = "".join(
        '<div style="margin-right: 2em"><div style="color: #57606a; font-size: 85%">'
        f"{caption}</div>{_table(compared[key], compared['wrong'], colour)}</div>"
        for caption, key, colour in (
            ("what came back", "got", "#ffebe9"),
            ("what was expected", "expected", "#dafbe1"),
        )
    )
    part = html.escape(compared["part"])
    note = f'<div style="color: #57606a; font-size: 85%">{part}</div>' if part else ""
    return f'<div style="display: flex; flex-wrap: wrap; margin: .3em 0">{tables}</div>{note}'


def _table(rows: list[list[str]], wrong: list[list[bool]], colour: str) -> str:
    def cell(text: str, differs: bool) -> str:
        background = f"; background: {colour}" if differs else ""
        return (
            '<td style="text-align: right; padding: 0 .6em; border: 1px solid #d0d7de; '
            f'font-family: monospace{background}">{html.escape(text)}</td>'
        )

    lines = "".join(
        f"<tr>{''.join(map(cell, texts, flags))}</tr>"
        for texts, flags in zip(rows, wrong, strict=True)
    )
    return f'<table style="border-collapse: collapse; margin: 0">{lines}</table>'


def _code(text: str) -> str:
    """Escaped text, with what stands between backquotes set as code."""
    parts = html.escape(text).split("`")
    if len(parts) % 2 == 0:  # a backquote without its partner
        return "`".join(parts)
    return "".join(
        f'<code style="font-size: 95%">{part}</code>' if index % 2 else part
        for index, part in enumerate(parts)
    )


def plain(found: ExerciseResult, seed: int) -> str:
    """The same as text, for readers of the notebook that show no HTML."""
    lines = [
        f"{found.exercise}: {found.status.words}, {found.score:g} of {found.max_score:g} points"
    ]
    for check in found.checks:
        mark, _ = MARKS[check.outcome]
        lines.append(terminal.wrap(f"{mark} {check.fact}", ""))
        if not check.outcome.green:
            lines += [terminal.wrap(part, "    ") for part in check.parts()]
    return "\n".join([*lines, f"seed {seed}"])

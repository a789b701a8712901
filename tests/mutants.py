"""Mutants of the reference solutions: programs that differ from one by a single small mistake.

Wrong samples show that the checks see the mistakes that somebody thought of. The mistakes of a
mutant are made without thinking: another operator, a number that is off by one, a loop that does
nothing, a condition turned round. A check has to see each one that breaks the contract.

The operators are all those of cosmic-ray but VariableReplacer and VariableInserter: these want
arguments, and what they put in is drawn at random, so that a mutant would not be the same twice.
"""

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from cosmic_ray import plugins  # type: ignore[import-untyped]
from cosmic_ray.ast import ast_nodes, get_ast  # type: ignore[import-untyped]
from cosmic_ray.mutating import mutate_code  # type: ignore[import-untyped]

from graders.engine.keys import BEGIN, END


@dataclass(frozen=True)
class Mutant:
    """A reference solution with a mistake.

    Attributes:
        name: The exercise, the operator, and at which of the places where the operator fits,
            counted from 1 over the whole cell: `sgd:core/ReplaceBinaryOperator_Mul_Add:1`.
        source: The whole solution cell.
        difference: The number of the changed line, how it was, and how it is.
    """

    assignment: str
    exercise: str
    name: str
    source: str
    difference: str


def of_exercise(assignment: str, exercise: str, source: str) -> list[Mutant]:
    """All mutants of the solution cell `source`; no two are the same program."""
    known = {_program(source)}
    found = []
    for operator in plugins.operator_names():
        for number, mutated in _mutations(operator, source):
            program = _program(mutated)
            if program is not None and program not in known:
                known.add(program)
                name = f"{exercise}:{operator}:{number}"
                found.append(
                    Mutant(assignment, exercise, name, mutated, _difference(source, mutated))
                )
    return found


def _mutations(name: str, source: str) -> Iterator[tuple[int, str]]:
    """What an operator makes of the solution's own code, with the number of the place."""
    operator = plugins.get_operator(name)
    if operator.arguments():
        return
    # `mutate_code` counts in this order, too
    nodes = [n for n in ast_nodes(get_ast(source)) for _ in operator().mutation_positions(n)]
    own = _solution_lines(source)
    for number, node in enumerate(nodes, start=1):
        # Parameters: their defaults are not marked as solution, but have to be right all the same
        if node.start_pos[0] in own or node.search_ancestor("parameters"):
            yield number, mutate_code(source, operator(), number - 1)


def _solution_lines(source: str) -> set[int]:
    """The numbers of the lines in solution regions, counted from 1."""
    found, inside = set(), False
    for number, line in enumerate(source.splitlines(), start=1):
        inside = (inside or BEGIN in line) and END not in line
        if inside:
            found.add(number)
    return found


def _program(source: str) -> str | None:
    """What a cell means to Python, whatever its blanks; None if it means nothing."""
    try:
        return ast.dump(ast.parse(source))
    except SyntaxError:
        return None


def _difference(source: str, mutated: str) -> str:
    before, after = source.splitlines(), mutated.splitlines()
    changes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    _, a, b, c, d = next(change for change in changes if change[0] != "equal")
    old, new = (" ".join(" ".join(part).split()) for part in (before[a:b], after[c:d]))
    return f"line {a + 1}: {old} -> {new}"

"""Where to look: the line of a cell that goes with a misconception. A line is never evidence."""

import ast
from collections.abc import Callable, Sequence

from .notebook import syntax

Pattern = Callable[[ast.AST], bool]  # what the line to look at is like


def operator(*kinds: type[ast.operator] | type[ast.unaryop]) -> Pattern:
    """An operation of this kind: `operator(ast.Mult)` is `a * b`, `a *= b`."""
    holders = (ast.BinOp, ast.AugAssign, ast.UnaryOp)
    return lambda node: isinstance(node, holders) and isinstance(node.op, kinds)


def calling(*names: str) -> Pattern:
    """A call of something of this name: `calling("shuffle")` is `random.shuffle(…)`."""

    def matches(node: ast.AST) -> bool:
        if not isinstance(node, ast.Call):
            return False
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", None)
        return name in names

    return matches


def attribute(*names: str) -> Pattern:
    """An attribute of this name: `attribute("data")` is `w.data`."""
    return lambda node: isinstance(node, ast.Attribute) and node.attr in names


def naming(*names: str) -> Pattern:
    """The use of a variable of this name."""
    return lambda node: isinstance(node, ast.Name) and node.id in names


def assigning(*names: str) -> Pattern:
    """An assignment to a variable of this name; to any, where none is given."""

    def matches(node: ast.AST) -> bool:
        if not isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            return False
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        bound = [
            name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)
        ]
        return bool(bound) and (not names or any(name in names for name in bound))

    return matches


def statement(*kinds: type[ast.AST]) -> Pattern:
    """A statement, or an expression, of this kind: `statement(ast.Return)`."""
    return lambda node: isinstance(node, kinds)


def line_of(source: str, exercise: str, where: Sequence[Pattern]) -> int | None:
    """The line of a cell to look at: of the first pattern that occurs, inside the exercise's own
    function or class if there is one; else where that begins. None if it cannot be told."""
    tree = syntax(source)
    if tree is None:
        return None  # IPython knows more than Python does
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    own = [n for n in tree.body if isinstance(n, definitions) and n.name == exercise]
    root = own[-1] if own else tree
    for pattern in where:
        for tree_ in (root, tree):
            lines = [n.lineno for n in ast.walk(tree_) if hasattr(n, "lineno") and pattern(n)]
            if lines:
                return min(lines)
    return own[-1].lineno if own else None

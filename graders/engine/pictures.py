"""Cells that only draw a picture: where nobody sees it, they need not run.

The author of a notebook says so with the tag `picture`. A learner may have written into such a cell
since: it is left out only as long as nothing that it binds is used by a cell that runs.
"""

import ast
import re
import symtable

from .notebook import NOT_PYTHON, Notebook, syntax

TAG = "picture"

# What binds a name for more than the cell, or changes a thing that other cells have
MORE = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Import,
    ast.ImportFrom,
    ast.Global,
    ast.Delete,
)

# As a statement: made for the sake of the calls in it
MANY = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.BoolOp, ast.IfExp)


def unneeded(notebook: Notebook) -> frozenset[int]:
    """The numbers of the cells that can be left out where no picture is wanted."""
    codes = [cell for cell in notebook.cells if cell.kind == "code"]
    found = {
        cell.number: names
        for cell in codes
        if TAG in cell.tags and not cell.grade_id and (names := binds(cell.source)) is not None
    }
    answers = {cell.grade_id.removeprefix("check_") for cell in codes}
    while found:
        needed = answers.union(*(uses(c.source) for c in codes if c.number not in found))
        in_use = [number for number, names in found.items() if names & needed]
        if not in_use:
            break
        for number in in_use:
            del found[number]
    return frozenset(found)


def binds(source: str) -> set[str] | None:
    """The names that a cell binds; None where it does more than bind names and draw."""
    parsed = _parsed(source)
    if parsed is None:
        return None
    nodes, table = parsed
    written = [node for node in nodes if isinstance(getattr(node, "ctx", None), ast.Store)]
    if any(isinstance(node, MORE) for node in nodes):
        return None
    if any(isinstance(node, (ast.Attribute, ast.Subscript)) for node in written):
        return None
    found = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned()}
    # A call for the sake of what it does: to something of the cell's own, or to pyplot
    own = {"plt", *found}
    values = [node.value for node in nodes if isinstance(node, ast.Expr)]
    if any(isinstance(value, MANY) for value in values):
        return None
    alien = [value for value in values if isinstance(value, ast.Call) and not _is_on(value, own)]
    return None if alien else found


def _parsed(source: str) -> tuple[list[ast.AST], symtable.SymbolTable] | None:
    """All nodes of a cell, and its names; None where it cannot be read as plain Python."""
    tree = syntax(source)
    if tree is None:
        return None
    try:  # it finds errors of its own: a `return` outside a function
        return list(ast.walk(tree)), symtable.symtable(source, "cell", "exec")
    except NOT_PYTHON:
        return None


def _is_on(call: ast.Call, own: set[str]) -> bool:
    """Whether a call is made on one of these names: as a method of it, or as a function to which
    it is handed. A method of anything else may change that."""
    if isinstance(call.func, ast.Name):
        parts = [call.func, *call.args, *(keyword.value for keyword in call.keywords)]
        return any(_root(part) in own for part in parts)
    return _root(call.func) in own


def _root(node: ast.expr) -> str:
    """The name that an expression begins with: `axes` of `axes[0].title`."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def uses(source: str) -> set[str]:
    """The names of the notebook that a cell looks up; of one that is not plain Python, all the
    words in it."""
    parsed = _parsed(source)
    if parsed is None:
        return {word.group() for word in re.finditer(r"\w+", source)}
    nodes, table = parsed
    # For a symbol table `k += 1` and `del k` bind a name, and do not look it up
    added = {node.target for node in nodes if isinstance(node, ast.AugAssign)}
    names = [node for node in nodes if isinstance(node, ast.Name)]
    found = {node.id for node in names if node in added or isinstance(node.ctx, ast.Del)}
    tables = [table]
    while tables:
        table = tables.pop()
        tables += table.get_children()
        outermost = table.get_type() == "module"
        found |= {
            symbol.get_name()
            for symbol in table.get_symbols()
            if symbol.is_referenced() and (outermost or symbol.is_global())
        }
    return found

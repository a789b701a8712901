"""Where to look: the line of a cell that a pattern finds."""

import ast

import pytest

from graders.engine import running
from graders.engine.places import (
    assigning,
    attribute,
    calling,
    line_of,
    naming,
    operator,
    statement,
)

SOURCE = """\
import random

def helper(x):
    return x * 2

def sgd(params, lr, batch_size):
    '''A docstring with params * lr.'''
    for param in params:
        random.shuffle(param)
        step = lr * param.grad
        param.data -= step
    return -params
"""


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (operator(ast.Mult), 10),
        (operator(ast.Sub), 11),
        (operator(ast.USub), 12),
        (calling("shuffle"), 9),
        (attribute("data", "grad"), 10),
        (naming("lr"), 10),
        (assigning("step"), 10),
        (assigning(), 10),
        (statement(ast.For), 8),
        (statement(ast.Return), 12),
    ],
)
def test_the_first_line_of_the_function_that_fits_is_found(pattern, line):
    assert line_of(SOURCE, "sgd", [pattern]) == line


def test_the_first_pattern_that_fits_anywhere_counts():
    assert line_of(SOURCE, "sgd", [calling("permutation"), operator(ast.Sub)]) == 11


def test_what_is_not_in_the_function_is_looked_for_in_the_cell():
    assert line_of(SOURCE, "sgd", [statement(ast.Import)]) == 1


def test_without_a_match_it_is_where_the_function_begins():
    assert line_of(SOURCE, "sgd", [calling("permutation")]) == 6
    assert line_of(SOURCE, "sgd", []) == 6


def test_the_last_of_several_definitions_counts():
    source = "def f():\n    return 1\n\nclass f:\n    x = 1 * 1"
    assert line_of(source, "f", []) == 4
    assert line_of(source, "f", [operator(ast.Mult)]) == 5


@pytest.mark.parametrize("source", ["", "x = 1", "sgd = lambda: 1"])
def test_where_there_is_no_function_there_may_be_no_line(source):
    assert line_of(source, "sgd", [calling("shuffle")]) is None


@pytest.mark.parametrize("source", ["def sgd(:", "%time sgd()", "x = '\0'", "(" * 500, "-" * 99999])
def test_what_is_not_python_has_no_line(source):
    assert line_of(source, "sgd", []) is None


def test_lines_are_counted_as_python_counts_them():
    source = "# a\f b\u2028 c\r\ndef sgd(params):\n    pass"
    line = line_of(source, "sgd", [])
    assert line is not None
    assert running.lines(source)[line - 1].strip() == "def sgd(params):"

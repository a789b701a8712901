"""What goes wrong in `grid_search`: the cost of every candidate, and the weight with the lowest."""

import ast

import numpy as np

from graders.engine.misconceptions import (
    Evidence,
    alike,
    arguments_and_result,
    as_numpy,
    formula,
    sign,
)
from graders.engine.places import assigning, calling, operator, statement
from graders.engine.returned import Called
from graders.engine.values import Named, Opaque

from . import _numbers as shared
from ._numbers import FIRST_LINE, RETURN, Cost, forms, results


class Search(Cost):
    """As many costs as there are candidates in w, and the best of the candidates."""

    @property
    def errors(self):
        """A row for each candidate, a column for each sample."""
        return np.outer(self.w, self.xs) - self.ys

    @property
    def costs(self):
        return self.each.mean(axis=1)

    def answer(self, value):
        return [value.tolist(), self.w[np.argmin(value)]]

    def choosing(self, i):
        """The right costs, and the candidate at the place i."""
        return [self.costs.tolist(), self.w[i]]


right = Search.right


def observe(call: Called):
    """The search, and the result; a tuple or an array is as good as a list of numbers."""
    seen = arguments_and_result(call)
    if seen is None:
        return None
    inputs, got = seen
    pair = isinstance(got, (list, tuple)) and len(got) > 0
    return (Search(*inputs),), [_series(part) for part in got] if pair else _series(got)


def _series(value):
    if isinstance(value, np.ndarray) and value.ndim == 1:
        return value.tolist()
    return list(value) if isinstance(value, tuple) else value


def probe(grid_search, draw, xs, ys):
    """The data of the notebook; then candidates in no order, and costs small and large."""
    xs.value(), ys.value()
    cases = [(4, 7, 1.0), (2, 6, 1.0), (5, 9, 0.01), (7, 8, 1e2), (3, 7, 1e4), (4, 6, 1e8)]
    for i, (n, m, scale) in enumerate(cases):
        side = (-1) ** i
        x = side * draw.rng.uniform(0.7, 2.5, n)
        y = draw.rng.uniform(-2.0, 2.0) * x + draw.rng.uniform(-1.0, 1.0, n)
        away = np.array([2.1, -1.3, 3.3, -2.7, -0.4, 1.7, 0.9, -2.4, 3.0])[:m]
        if i in (1, 2):  # most of them on one side: the largest, or the smallest, is a good one
            away = np.where(abs(away) < 1, 1, -1) * abs(away)
        # The best comes first in the second call, last in the third, and in the middle elsewhere
        away = np.roll(side * (away + draw.rng.uniform(0.0, 0.2, m)), 2 * i if i < 3 else 1)
        ws = x @ y / (x @ x) + away
        grid_search(Named(scale * x, "xs"), Named(scale * y, "ys"), Named(ws, "ws"))


wants_more_arguments = shared.wants_more_arguments
returns_nothing = shared.returns_nothing
writes_into_the_callers_arrays = shared.writes_into_the_callers_arrays
expects_tensors = shared.expects_tensors
treats_an_array_as_a_number = shared.treats_an_array_as_a_number
takes_the_data_of_the_notebook = shared.takes_the_data_of_the_notebook
halves = shared.halves
takes_absolute_errors = shared.takes_absolute_errors
adds_up_without_dividing = shared.adds_up_without_dividing
divides_by_three = shared.divides_by_three
squares_after_the_mean = shared.squares_after_the_mean
takes_the_root = shared.takes_the_root
counts_a_single_sample = shared.counts_a_single_sample
takes_samples_for_one_another = shared.takes_samples_for_one_another


# --- what comes back


@formula(
    "The caller writes `costs, best_w = grid_search(...)`. In which order do your two parts come?",
    "Print both parts of the result: which is the series, and which the single number?",
    where=RETURN,
)
def swaps_the_pair(of):
    """Both parts are right, but they have changed places."""
    return of.right()[::-1]


@forms(
    "The caller writes `costs, best_w = grid_search(...)`. What is there for each of the names?",
    "What you return is right, but it is one thing. Which of the two is missing behind your "
    "`return`?",
    where=RETURN,
)
def returns_half_of_the_pair(of):
    """The costs come back without the best weight, or the best weight without the costs."""
    return of.right()


@formula(
    "The caller writes `costs, best_w = grid_search(...)`. How many things is that?",
    "Count what stands behind your `return`: one part is more than was asked for.",
    where=RETURN,
)
def returns_the_lowest_cost_as_well(of):
    """Three things come back: the costs, the best weight, and its cost."""
    return [*of.right(), min(of.costs)]


@formula(
    "That is a cost. Which weight has it?",
    "`min` gives you the cost and forgets the weight. Look up `np.argmin`, or remember the weight "
    "whenever you find a lower cost.",
    where=(calling("min", "amin"), RETURN),
)
def returns_the_lowest_cost(of):
    """The second part is the lowest cost, and not the weight that has it."""
    return [of.costs.tolist(), min(of.costs)]


@formula(
    "That is the place of the best candidate. Which weight stands there?",
    "With the candidates 5.0, 2.0 and 9.0 an answer of 1 is a place, counted from 0. One more look "
    "is needed: into which array?",
    where=(calling("argmin", "index", "enumerate", "range"), RETURN),
)
def returns_the_index(of):
    """The second part is the place of the best candidate in `ws`, and not its weight."""
    return [of.costs.tolist(), int(np.argmin(of.costs))]


@formula(
    "How many weights does the caller want? Where several are equally good, any one will do.",
    "A comparison of a whole array gives an array, and choosing by it gives an array again. Look "
    "up `np.argmin`: what does it give?",
    where=(statement(ast.Compare), calling("where", "nonzero", "argwhere", "argmin"), RETURN),
)
def returns_an_array_with_the_best(of):
    """The second part is an array that holds the best candidate, and not a number."""
    return [of.costs.tolist(), of.w[of.costs == of.costs.min()].tolist()]


@sign(
    "How often can you look through a generator?",
    "Print the first part twice, with `list(...)` around it. Look at the brackets around your "
    "`for`, or for `map`: what do square brackets make?",
    where=(statement(ast.GeneratorExp), calling("map", "zip", "filter"), RETURN),
)
def returns_a_generator(e: Evidence):
    """The costs are not there yet: the first part only promises to compute them, one by one."""
    parts = [got[0] for _, got in results(e)[0]]
    lazy = ("generator", "map", "zip", "filter", "itertools.")
    return bool(parts) and all(isinstance(p, Opaque) and p.type.startswith(lazy) for p in parts)


# --- which candidate


@formula(
    "Is the best weight the one with the highest cost, or with the lowest?",
    "A cost says how wrong a weight is. Look for `argmax`, `max`, or the direction of a `>`.",
    where=(calling("argmax", "max"), statement(ast.Compare), RETURN),
)
def takes_the_highest_cost(of):
    """The costs are right, but the candidate that comes back has the highest of them."""
    return of.choosing(np.argmax(of.costs))


@forms(
    "By what do you choose: by the weights, or by their costs?",
    "Make a table with two columns, weight and cost. In which of them do you look for the smallest "
    "number, and from which do you take the answer?",
    where=(calling("min", "argmin", "max", "argmax", "sort", "sorted"), RETURN),
)
def chooses_by_the_weights(of):
    """The smallest or the largest of the weights comes back: their costs have no say."""
    return [of.choosing(np.argmin(of.w)), of.choosing(np.argmax(of.w))]


@forms(
    "Under which condition does a candidate become the best so far?",
    "Print the best weight and the lowest cost in every turn of the loop. With which value does "
    "the lowest cost begin, and when does it change?",
    where=(statement(ast.If), assigning("best_w", "best", "w_best", "best_weight"), RETURN),
)
def takes_the_first_or_the_last_candidate(of):
    """The candidate that comes back is always the first one, or always the last."""
    return [of.choosing(0), of.choosing(-1)]


@forms(
    "Which index do the first and the last candidate have? Are both compared with the others?",
    "Try candidates of which the first, then the last, is the best. Look for `range`, and for "
    "`costs[1:]` or `[:-1]`: what do they do to places?",
    where=(
        calling("range"),
        statement(ast.Slice),
        calling("argmin", "min", "index", "sorted"),
        statement(ast.If),
        RETURN,
    ),
)
def chooses_without_the_first_or_the_last(of):
    """The costs are right, but the best one is looked for without the first or the last
    candidate."""
    later = np.argmin(of.costs[1:])
    ends = (later + 1, later, np.argmin(of.costs[:-1]))
    return [of.choosing(i) for i in ends]


@forms(
    "Can the cost rise and then fall again, when the candidates come in any order?",
    "Try the candidates 3.0, 9.0 and 2.0 on the notebook's data. What ends your search? It has to "
    "look at all of them.",
    where=(statement(ast.Break), statement(ast.While), statement(ast.If), RETURN),
)
def stops_when_the_cost_rises(of):
    """The search for the best ends as soon as a cost is higher than the one before: the candidates
    behind that have no say."""
    rises = np.flatnonzero(np.diff(of.costs) > 0)
    i = int(rises[0]) if len(rises) else len(of.w) - 1
    return [[of.costs[:end].tolist(), of.w[i]] for end in (i + 1, i + 2, len(of.w))]


@sign(
    "With which value does the lowest cost begin? Is there any cost below it?",
    "Print the lowest cost before the loop and in every turn: it never changes. A start of 0 is "
    "below every cost. Which value is above all of them?",
    where=(assigning("best", "best_cost", "lowest", "min_cost", "minimum"), statement(ast.If)),
)
def never_changes_the_best_weight(e: Evidence):
    """The costs are right, but the best weight is the same in every call, whatever the candidates
    are."""
    seen = results(e)[0]
    bests = [as_numpy(got[1]) for _, got in seen]
    candidate = any(best in of.w.tolist() for best, ((of,), _) in zip(bests, seen, strict=True))
    good = all(alike(got[0], of.costs.tolist()) for (of,), got in seen)
    same = isinstance(bests[0], (int, float, type(None))) and bests.count(bests[0]) == len(bests)
    return same and good and not candidate and len(seen) > 3


@formula(
    "Is your answer one of the candidates?",
    "A grid search only compares. Print your answer and `ws`: it has to be there, as it stands.",
    where=(calling("dot", "solve", "lstsq", "polyfit", "sum"), operator(ast.Div), RETURN),
)
def solves_for_the_best_weight(of):
    """The second part is the very best weight of all, from a formula, and no candidate."""
    return [of.costs.tolist(), np.dot(of.xs, of.ys) / np.dot(of.xs, of.xs)]


@forms(
    "Is your answer one of the candidates, to the last digit?",
    "Print `repr(...)` of your answer and of `ws`. How many digits are shown is for the caller to "
    "decide: look for `round`, or for a format with a fixed number of decimals.",
    where=(calling("round", "around", "format"), statement(ast.JoinedStr), RETURN),
)
def rounds_the_best_weight(of):
    """The right candidate was found, but it is rounded before it comes back."""
    costs, best = of.right()
    return [[costs, np.round(best, decimals)] for decimals in range(9)]


# --- which costs


@forms(
    "Which candidates does the caller want to compare? Look at the third argument.",
    "Change `ws`: the result stays as it is. In which line do you make candidates of your own?",
    where=(calling("linspace", "arange", "range"), assigning("ws")),
)
def searches_a_grid_of_its_own(of):
    """The candidates of the notebook, from 0.0 in steps of 0.1, are searched in every call,
    whatever `ws` holds."""
    grids = (0.1 * np.arange(41), 0.1 * np.arange(40), np.arange(5.0), np.arange(4.0))
    return [of.but(w=ws) for ws in grids]


@forms(
    "When does your total go back to 0? Once, or for every candidate?",
    "Print the total at the beginning of each candidate's turn. In which of the two loops does "
    "the line belong that sets it to 0?",
    where=(assigning("total", "cost_sum", "s", "l_sum", "sum_", "cost"), statement(ast.AugAssign)),
)
def never_sets_the_total_back(of):
    """Each cost holds those of the candidates before it as well: the total goes on from one to the
    next."""
    piled = np.cumsum(of.costs)
    return [of.answer(piled), [piled.tolist(), of.right()[1]], of.answer(piled * len(of.xs))]


@formula(
    "How many costs does one candidate have?",
    "With three samples and five candidates there should be five costs. At which depth of your "
    "loops do you note one down?",
    where=(calling("append"), statement(ast.For)),
)
def notes_a_cost_for_every_sample(of):
    """There is a number for each sample of each candidate: no mean is taken of them."""
    return [of.each.ravel().tolist(), of.right()[1]]


@forms(
    "Whose order should the costs have?",
    "Try the candidates 3.0, 1.0 and 2.0: the first cost should be that of 3.0. Look for `sort`, "
    "`sorted` or `np.sort`.",
    where=(calling("sort", "sorted", "unique"), assigning("ws"), RETURN),
)
def sorts_the_costs(of):
    """The costs, or the candidates, are sorted: the costs no longer stand in the order of `ws`."""
    in_order = sorted(of.costs.tolist())
    return [[in_order, of.right()[1]], [in_order, of.w[0]], of.but(w=np.sort(of.w))]


@formula(
    "Under which condition is a cost noted down?",
    "With five candidates there should be five costs. Is the line that notes them down inside of "
    "an `if`?",
    where=(statement(ast.If), calling("append")),
)
def notes_only_the_improvements(of):
    """A cost is noted down only where it is lower than all before it."""
    before = np.minimum.accumulate([np.inf, *of.costs[:-1]])
    return [of.costs[of.costs < before].tolist(), of.right()[1]]


@forms(
    "Count the candidates and the costs. Which candidate gets none?",
    "Print the index in every turn of the loop: Python counts from 0. `range(n)` ends at n - 1 by "
    "itself, and `[:-1]` leaves one out.",
    where=(calling("range"), statement(ast.Slice)),
)
def leaves_out_a_candidate(of):
    """The first or the last candidate is never tried: it has no cost."""
    return [of.but(w=of.w[1:]), of.but(w=of.w[:-1])]


@formula(
    "How often does your loop go round? What does a `return` do with a loop?",
    "Print a line in every turn: there is only one. Look at how far the `return` is indented.",
    where=RETURN,
)
def returns_after_the_first_candidate(of):
    """Only the first candidate is tried: there is one cost."""
    return of.but(w=of.w[:1])


@sign(
    "What is in your list when the second call begins?",
    "Print it in the first line of the function and call it twice. A list outside of the "
    "function, or a default value, is made only once.",
    where=FIRST_LINE,
)
def keeps_the_costs_of_earlier_calls(e: Evidence):
    """The costs of earlier calls are still in the list: those of this call come behind them."""
    kept: list = []
    found, own = results(e)
    calls = found[own:]
    for (of,), (series, _) in calls:
        exact = of.costs.tolist()
        series = list(map(as_numpy, series))
        if len(series) <= len(exact) or not alike(series[-len(exact) :], exact):
            return False
        if kept and not alike(series[: -len(exact)], kept):
            return False
        kept = series
    return len(calls) > 2

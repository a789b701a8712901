"""What goes wrong in `grid_search`: the cost of every candidate, and the weight with the lowest."""

import ast

import numpy as np

from graders.engine.misconceptions import Evidence, alike, as_numpy, formula, sign
from graders.engine.places import assigning, calling, naming, operator, statement
from graders.engine.returned import Called
from graders.engine.values import Named, Opaque
from graders.misconceptions import _plain_numbers as plain_numbers
from graders.misconceptions._plain_numbers import results, variables


def observe(call: Called):
    """The three arrays, and the result; a tuple or an array is as good as a list of numbers."""
    seen = plain_numbers.arguments_and_result(call)
    if seen is None or not isinstance(seen[1], (list, tuple)) or len(seen[1]) == 0:
        return seen and (seen[0], _series(seen[1]))
    return seen[0], [_series(part) for part in seen[1]]


def _series(value):
    if isinstance(value, np.ndarray) and value.ndim == 1:
        return value.tolist()
    return list(value) if isinstance(value, tuple) else value


def losses(xs, ys, ws):
    """The squared errors: a row for each candidate, a column for each sample."""
    return np.square(np.outer(ws, xs) - ys)


def costs(xs, ys, ws):
    return losses(xs, ys, ws).mean(axis=1)


def lowest(series, ws):
    """A series of costs, and the weight that goes with the lowest of them."""
    return [series.tolist(), ws[np.argmin(series)]]


def found(xs, ys, ws, i):
    """The right costs, and the candidate at the place i."""
    return [costs(xs, ys, ws).tolist(), ws[i]]


def right(xs, ys, ws):
    return lowest(costs(xs, ys, ws), ws)


def explains(e: Evidence, *forms) -> bool:
    return plain_numbers.explains(e, right, *forms, observe=observe)


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


RETURN = statement(ast.Return)
CHOICE = (calling("argmin", "min", "index", "sorted"), statement(ast.If), RETURN)
COSTS = (calling("cost", "loss", "mean", "sum"), statement(ast.AugAssign))

wants_more_arguments = plain_numbers.wants_more_arguments
returns_nothing = plain_numbers.returns_nothing
writes_into_the_callers_arrays = plain_numbers.writes_into_the_callers_arrays
expects_tensors = plain_numbers.expects_tensors
treats_an_array_as_a_number = plain_numbers.treats_an_array_as_a_number


# --- what comes back -------------------------------------------------------------------------


@formula(
    "The caller writes `costs, best_w = grid_search(...)`. In which order do your two parts come?",
    "Print both parts of the result: which is the series, and which the single number?",
    where=RETURN,
)
def swaps_the_pair(xs, ys, ws):
    """Both parts are right, but they have changed places."""
    return right(xs, ys, ws)[::-1]


@formula(
    "The caller writes `costs, best_w = grid_search(...)`. What is there for the second name?",
    "Your costs are right. Now choose: which candidate belongs to the lowest of them?",
    where=RETURN,
)
def returns_the_costs_alone(xs, ys, ws):
    """The costs come back, and nothing beside them: the best weight is missing."""
    return costs(xs, ys, ws).tolist()


@formula(
    "The caller writes `costs, best_w = grid_search(...)`. What is there for the first name?",
    "Your best weight is right. The costs that you have looked at belong into the result, too.",
    where=RETURN,
)
def returns_the_best_weight_alone(xs, ys, ws):
    """The best weight comes back, and nothing beside it: the costs are missing."""
    return right(xs, ys, ws)[1]


@formula(
    "The caller writes `costs, best_w = grid_search(...)`. How many things is that?",
    "Count what stands behind your `return`: one part is more than was asked for.",
    where=RETURN,
)
def returns_the_lowest_cost_as_well(xs, ys, ws):
    """Three things come back: the costs, the best weight, and its cost."""
    series, best = right(xs, ys, ws)
    return [series, best, min(series)]


@formula(
    "That is a cost. Which weight has it?",
    "`min` gives you the cost and forgets the weight. Look up `np.argmin`, or remember the weight "
    "whenever you find a lower cost.",
    where=(calling("min", "amin"), RETURN),
)
def returns_the_lowest_cost(xs, ys, ws):
    """The second part is the lowest cost, and not the weight that has it."""
    series = costs(xs, ys, ws).tolist()
    return [series, min(series)]


@formula(
    "That is the place of the best candidate. Which weight stands there?",
    "With the candidates 5.0, 2.0 and 9.0 an answer of 1 is a place, counted from 0. One more look "
    "is needed: into which array?",
    where=(calling("argmin", "index", "enumerate", "range"), RETURN),
)
def returns_the_index(xs, ys, ws):
    """The second part is the place of the best candidate in `ws`, and not its weight."""
    series = costs(xs, ys, ws)
    return [series.tolist(), int(np.argmin(series))]


@formula(
    "How many weights does the caller want? Where several are equally good, any one will do.",
    "A comparison of a whole array gives an array, and choosing by it gives an array again. Look "
    "up `np.argmin`: what does it give?",
    where=(statement(ast.Compare), calling("where", "nonzero", "argwhere", "argmin"), RETURN),
)
def returns_an_array_with_the_best(xs, ys, ws):
    """The second part is an array that holds the best candidate, and not a number."""
    series = costs(xs, ys, ws)
    return [series.tolist(), ws[series == series.min()].tolist()]


@sign(
    "How often can you look through a generator?",
    "Print the first part twice, with `list(...)` around it. Look at the brackets around your "
    "`for`, or for `map`: what do square brackets make?",
    where=(statement(ast.GeneratorExp), calling("map", "zip", "filter"), RETURN),
)
def returns_a_generator(e: Evidence):
    """The costs are not there yet: the first part only promises to compute them, one by one."""
    parts = [got[0] for _, got in results(e, observe)[0]]
    lazy = ("generator", "map", "zip", "filter", "itertools.")
    return bool(parts) and all(isinstance(p, Opaque) and p.type.startswith(lazy) for p in parts)


@formula(
    "How many axes has a series of numbers? Print `np.shape(...)` of your costs.",
    "One of your steps keeps an axis of length 1. Look for `keepdims`, `reshape` and `[:, None]`.",
    where=(calling("mean", "sum", "reshape"), statement(ast.Subscript)),
)
def stands_the_costs_in_a_column(xs, ys, ws):
    """The costs are an array of m rows and one column, and not a series of m numbers."""
    series, best = right(xs, ys, ws)
    return [np.array(series)[:, None], best]


# --- which candidate -------------------------------------------------------------------------


@formula(
    "Is the best weight the one with the highest cost, or with the lowest?",
    "A cost says how wrong a weight is. Look for `argmax`, `max`, or the direction of a `>`.",
    where=(calling("argmax", "max"), statement(ast.Compare), RETURN),
)
def takes_the_highest_cost(xs, ys, ws):
    """The costs are right, but the candidate that comes back has the highest of them."""
    return found(xs, ys, ws, np.argmax(costs(xs, ys, ws)))


@formula(
    "By what do you choose: by the weights, or by their costs?",
    "Make a table with two columns, weight and cost. In which of them do you look for the smallest "
    "number, and from which do you take the answer?",
    where=(calling("min", "argmin", "sort", "sorted"), RETURN),
)
def takes_the_smallest_weight(xs, ys, ws):
    """The candidate that comes back is the smallest number among the weights: its cost has no
    say."""
    return found(xs, ys, ws, np.argmin(ws))


@formula(
    "By what do you choose: by the weights, or by their costs?",
    "Make a table with two columns, weight and cost. In which of them do you look for the smallest "
    "number, and from which do you take the answer?",
    where=(calling("max", "argmax", "sort", "sorted"), RETURN),
)
def takes_the_largest_weight(xs, ys, ws):
    """The candidate that comes back is the largest number among the weights: its cost has no
    say."""
    return found(xs, ys, ws, np.argmax(ws))


@formula(
    "Under which condition does a candidate become the best so far?",
    "Print the best weight in every turn of the loop: it is a new one each time, also when its "
    "cost is higher. What should it be compared with?",
    where=(assigning("best_w", "best", "w_best", "best_weight"), statement(ast.For), RETURN),
)
def takes_the_last_candidate(xs, ys, ws):
    """The candidate that comes back is always the last one."""
    return found(xs, ys, ws, -1)


@formula(
    "Does any other candidate ever take the first one's place?",
    "Print the best weight and the lowest cost in every turn of the loop. With which value does "
    "the lowest cost begin, and when does it change?",
    where=(statement(ast.If), assigning("best_w", "best", "best_cost", "lowest"), RETURN),
)
def takes_the_first_candidate(xs, ys, ws):
    """The candidate that comes back is always the first one."""
    return found(xs, ys, ws, 0)


@formula(
    "Which index does the first candidate have? Is it compared with the others?",
    "Try candidates of which the first is the best. Look for a `range` that begins at 1, and for "
    "`ws[1:]` or `costs[1:]`: what do they do to places?",
    where=(calling("range"), statement(ast.Slice), *CHOICE),
)
def never_chooses_the_first(xs, ys, ws):
    """The costs are right, but the best one is looked for without the first candidate."""
    return found(xs, ys, ws, 1 + np.argmin(costs(xs, ys, ws)[1:]))


@formula(
    "When you cut off the first entry, what happens to the places of the others?",
    "With the costs 5, 1 and 3 the lowest stands at place 1. Where does it stand in the series "
    "that you search?",
    where=(statement(ast.Slice), calling("argmin", "index", "range"), operator(ast.Sub)),
)
def is_one_place_too_early(xs, ys, ws):
    """The candidate that comes back stands just before the best one of all but the first."""
    return found(xs, ys, ws, np.argmin(costs(xs, ys, ws)[1:]))


@sign(
    "Which index does the last candidate have? Is it compared with the others?",
    "Try candidates of which the last is the best. `range(n)` ends at n - 1 by itself, and "
    "`[:-1]` leaves one out.",
    where=(calling("range"), statement(ast.Slice), *CHOICE),
)
def never_chooses_the_last(e: Evidence):
    """The costs are right, but the best one is looked for without the last candidate."""
    return explains(
        e,
        lambda xs, ys, ws: found(xs, ys, ws, np.argmin(costs(xs, ys, ws)[:-1])),
        lambda xs, ys, ws: found(xs, ys, ws, np.argmin(costs(xs, ys, ws)[: max(1, len(ws) - 1)])),
    )


def _valley(series) -> int:
    """The place before the first rise."""
    rises = np.flatnonzero(np.diff(series) > 0)
    return int(rises[0]) if len(rises) else len(series) - 1


@formula(
    "Can the cost rise and then fall again, when the candidates come in any order?",
    "Try the candidates 3.0, 9.0 and 2.0 on the notebook's data. Where does your search end? It "
    "has to look at all of them.",
    where=(statement(ast.While), statement(ast.Break), statement(ast.If)),
)
def takes_the_first_valley(xs, ys, ws):
    """The candidate that comes back is the last one before the costs rise for the first time."""
    return found(xs, ys, ws, _valley(costs(xs, ys, ws)))


@sign(
    "Can the cost rise and then fall again, when the candidates come in any order?",
    "Try the candidates 3.0, 9.0 and 2.0 on the notebook's data, and count the costs. What ends "
    "your loop?",
    where=(statement(ast.Break), statement(ast.While), RETURN),
)
def stops_when_the_cost_rises(e: Evidence):
    """The search ends as soon as a cost is higher than the one before: the rest of the candidates
    is never tried."""

    def until(extra):
        def predict(xs, ys, ws):
            series = costs(xs, ys, ws)
            end = _valley(series)
            return [series[: end + 1 + extra].tolist(), ws[end]]

        return predict

    return explains(e, until(0), until(1))


@sign(
    "With which value does the lowest cost begin? Is there any cost below it?",
    "Print the lowest cost before the loop and in every turn: it never changes. A start of 0 is "
    "below every cost. Which value is above all of them?",
    where=(assigning("best", "best_cost", "lowest", "min_cost", "minimum"), statement(ast.If)),
)
def never_changes_the_best_weight(e: Evidence):
    """The costs are right, but the best weight is the same in every call, whatever the candidates
    are."""
    seen, _ = results(e, observe)
    bests = [as_numpy(got[1]) for _, got in seen]
    same = bests[0] is None or isinstance(bests[0], (int, float))
    candidate = any(best in ws.tolist() for best, ((_, _, ws), _) in zip(bests, seen, strict=True))
    good = all(alike(got[0], right(*inputs)[0]) for inputs, got in seen)
    return same and not candidate and good and len(seen) > 3 and bests.count(bests[0]) == len(bests)


@sign(
    "With which value does the lowest cost begin? May all the costs be above it?",
    "Try data with large numbers: where all costs are above your starting value, no candidate "
    "wins. Is there a number above every other, or a candidate to begin with?",
    where=(assigning("best", "best_cost", "lowest", "min_cost", "minimum"), statement(ast.If)),
)
def begins_with_a_cost_that_is_too_low(e: Evidence):
    """As long as costs are small it is right, but where all of them are large, no candidate takes
    the place of what stood there before the search."""
    below, above, starts = [], [], []
    for (xs, ys, ws), (series, best) in (seen for seen in results(e, observe)[0]):
        exact, wanted = right(xs, ys, ws)
        if not alike(series, exact):
            return False
        if alike(best, wanted):
            below.append(min(exact))
        else:
            above.append(min(exact))
            starts.append("the first" if alike(best, ws[0]) else str(as_numpy(best)))
    known = len(above) > 2 and max(below) < min(above)
    return known and starts.count(starts[0]) == len(starts)


@formula(
    "Can a candidate have large errors, and a small mean error all the same? Errors have signs.",
    "You have the costs already. By which series do you choose: the costs, or the errors?",
    where=(calling("argmin", "min", "mean", "sum"), RETURN),
)
def chooses_by_the_mean_error(xs, ys, ws):
    """The candidate that comes back has the smallest mean error: the one that is furthest below
    0."""
    return found(xs, ys, ws, np.argmin(np.mean(np.outer(ws, xs) - ys, axis=1)))


@formula(
    "Is your answer one of the candidates?",
    "A grid search only compares. Print your answer and `ws`: it has to be there, as it stands.",
    where=(calling("dot", "solve", "lstsq", "polyfit", "sum"), operator(ast.Div), RETURN),
)
def solves_for_the_best_weight(xs, ys, ws):
    """The second part is the very best weight of all, from a formula, and no candidate."""
    return [costs(xs, ys, ws).tolist(), np.dot(xs, ys) / np.dot(xs, xs)]


# --- which costs -----------------------------------------------------------------------------


@sign(
    "Whose samples does the caller ask about: those of the notebook, or those that it hands over?",
    "Compare the names in the first line of your function with those below it. A name that is no "
    "parameter and no variable of yours is looked up in the notebook.",
    where=(naming("xs", "ys"), statement(ast.FunctionDef)),
)
def takes_the_data_of_the_notebook(e: Evidence):
    """Numbers of the notebook's own data are used, and not only those of the arguments."""
    of_x, of_y = variables(e)
    return explains(
        e,
        lambda xs, ys, ws: right(of_x, of_y, ws),
        lambda xs, ys, ws: right(of_x, ys, ws),
        lambda xs, ys, ws: right(xs, of_y, ws),
    )


@sign(
    "Which candidates does the caller want to compare? Look at the third argument.",
    "Change `ws`: the result stays as it is. In which line do you make candidates of your own?",
    where=(calling("linspace", "arange", "range"), assigning("ws")),
)
def searches_a_grid_of_its_own(e: Evidence):
    """The candidates of the notebook, from 0.0 in steps of 0.1, are searched in every call,
    whatever `ws` holds."""

    def of(count, step):
        return lambda xs, ys, ws: right(xs, ys, step * np.arange(count))

    return explains(e, of(41, 0.1), of(40, 0.1), of(5, 1.0), of(4, 1.0))


@sign(
    "When does your total go back to 0? Once, or for every candidate?",
    "Print the total at the beginning of each candidate's turn. In which of the two loops does "
    "the line belong that sets it to 0?",
    where=(assigning("total", "cost_sum", "s", "l_sum", "sum_", "cost"), statement(ast.AugAssign)),
)
def never_sets_the_total_back(e: Evidence):
    """Each cost holds those of the candidates before it as well: the total goes on from one to the
    next."""

    def piled(xs, ys, ws):
        return np.cumsum(costs(xs, ys, ws))

    return explains(
        e,
        lambda xs, ys, ws: lowest(piled(xs, ys, ws), ws),
        lambda xs, ys, ws: [piled(xs, ys, ws).tolist(), right(xs, ys, ws)[1]],
        lambda xs, ys, ws: lowest(piled(xs, ys, ws) * len(xs), ws),
    )


@formula(
    "Each cost is that of all samples together, as in `cost`: is it a sum or a mean?",
    "On the notebook's data the candidate 1.0 has the cost 4.67. Is yours 14? Then look at what "
    "you do after adding up.",
    where=COSTS,
)
def adds_up_without_dividing(xs, ys, ws):
    """The costs are sums of squared errors: they are never divided by the number of samples."""
    return lowest(losses(xs, ys, ws).sum(axis=1), ws)


@formula(
    "There is no factor in front of this cost. Is there one in your code?",
    "On the notebook's data the candidate 1.0 has the cost 4.67. Is yours 2.33? Look for a 2 or a "
    "0.5, also in what you call.",
    where=(operator(ast.Div), *COSTS),
)
def halves_the_costs(xs, ys, ws):
    """The costs are half of what they should be: this notebook has no factor 1/2."""
    return lowest(costs(xs, ys, ws) / 2, ws)


@formula(
    "How many samples are there? Who knows it: you, or the data?",
    "Call it with two samples, then with five. Look for a fixed 3.",
    where=(operator(ast.Div), *COSTS),
)
def divides_by_three(xs, ys, ws):
    """The sums are divided by 3, as many as the notebook has samples, whatever data is given."""
    return lowest(losses(xs, ys, ws).sum(axis=1) / 3, ws)


@formula(
    "The docstring asks for the mean of the squares. Does a root stand there as well?",
    "On the notebook's data the candidate 1.0 has the cost 4.67, and its root is 2.16. Look for "
    "`sqrt` and for a power of 0.5.",
    where=(calling("sqrt", "norm"), *COSTS),
)
def takes_roots(xs, ys, ws):
    """Each cost is the root of the mean of the squares."""
    return lowest(np.sqrt(costs(xs, ys, ws)), ws)


@formula(
    "What is the loss of one sample: the size of its error, or the square of it?",
    "For errors of 1 and 3 the cost is 5, and the mean of their sizes is 2. Look for `abs`.",
    where=(calling("abs", "fabs", "absolute"), *COSTS),
)
def takes_absolute_errors(xs, ys, ws):
    """Each cost is the mean of the sizes of the errors: they are not squared."""
    return lowest(np.mean(abs(np.outer(ws, xs) - ys), axis=1), ws)


@formula(
    "Errors have signs. What happens to +1 and -1 when you take their mean?",
    "Take two samples with the errors 1 and -1: the cost is 1, and not 0. So something has to "
    "happen to each error before they meet.",
    where=(calling("mean", "sum"), operator(ast.Pow)),
)
def squares_the_mean_error(xs, ys, ws):
    """In each cost the mean comes first and the square after it, so that errors cancel."""
    return lowest(np.square(np.mean(np.outer(ws, xs) - ys, axis=1)), ws)


@formula(
    "Over how many samples is the cost of one candidate taken?",
    "Print how many samples your code looks at for each candidate. Look for `[0]`, and for the "
    "depth of a line below a `for`.",
    where=(statement(ast.Subscript), calling("loss"), RETURN),
)
def looks_at_the_first_sample_alone(xs, ys, ws):
    """The cost of each candidate is the loss of the first sample: the others have no say."""
    return lowest(losses(xs, ys, ws)[:, 0], ws)


@formula(
    "Over how many samples is the cost of one candidate taken?",
    "Print a line whenever you note down a cost. Does each new loss come on top of the others, or "
    "in their place?",
    where=(statement(ast.For), calling("loss", "append"), RETURN),
)
def looks_at_the_last_sample_alone(xs, ys, ws):
    """The cost of each candidate is the loss of the last sample: the others have no say."""
    return lowest(losses(xs, ys, ws)[:, -1], ws)


@formula(
    "How many costs does one candidate have?",
    "With three samples and five candidates there should be five costs. At which depth of your "
    "loops do you note one down?",
    where=(calling("append"), statement(ast.For)),
)
def notes_a_cost_for_every_sample(xs, ys, ws):
    """There is a number for each sample of each candidate: no mean is taken of them."""
    return [losses(xs, ys, ws).ravel().tolist(), right(xs, ys, ws)[1]]


@sign(
    "Whose order should the costs have?",
    "The first cost belongs to the first entry of `ws`, also if it is not the lowest. Look for "
    "`sort` or `sorted`.",
    where=(calling("sort", "sorted"), RETURN),
)
def sorts_the_costs(e: Evidence):
    """The costs are sorted, so that they no longer stand in the order of `ws`."""

    def in_order(xs, ys, ws):
        return sorted(costs(xs, ys, ws).tolist())

    return explains(
        e,
        lambda xs, ys, ws: [in_order(xs, ys, ws), right(xs, ys, ws)[1]],
        lambda xs, ys, ws: [in_order(xs, ys, ws), ws[0]],
    )


@formula(
    "The candidates may come in any order, and the costs stay beside them.",
    "Try the candidates 3.0, 1.0 and 2.0: the first cost should be that of 3.0. Look for `sort`, "
    "`sorted` or `np.sort`.",
    where=(calling("sort", "sorted", "unique"), assigning("ws")),
)
def sorts_the_candidates(xs, ys, ws):
    """The candidates are sorted first, so that the costs no longer stand in the order of `ws`."""
    return right(xs, ys, np.sort(ws))


@sign(
    "Under which condition is a cost noted down?",
    "With five candidates there should be five costs. Is the line that notes them down inside of "
    "an `if`?",
    where=(statement(ast.If), calling("append")),
)
def notes_only_the_improvements(e: Evidence):
    """A cost is noted down only where it is lower than all before it."""

    def predict(xs, ys, ws):
        series = costs(xs, ys, ws)
        lower = series < np.minimum.accumulate(np.concatenate([[np.inf], series[:-1]]))
        return [series[lower].tolist(), right(xs, ys, ws)[1]]

    return explains(e, predict)


@formula(
    "Count the candidates and the costs. Which candidate gets none?",
    "`range(n)` ends at n - 1 by itself, and `[:-1]` leaves one out.",
    where=(calling("range"), statement(ast.Slice)),
)
def leaves_out_the_last_candidate(xs, ys, ws):
    """The last candidate is never tried: it has no cost."""
    return right(xs, ys, ws[:-1])


@formula(
    "Count the candidates and the costs. Which candidate gets none?",
    "Print the index in every turn of the loop. Python counts from 0.",
    where=(calling("range"), statement(ast.Slice)),
)
def leaves_out_the_first_candidate(xs, ys, ws):
    """The first candidate is never tried: it has no cost."""
    return right(xs, ys, ws[1:])


@formula(
    "How often does your loop go round? What does a `return` do with a loop?",
    "Print a line in every turn: there is only one. Look at how far the `return` is indented.",
    where=RETURN,
)
def returns_after_the_first_candidate(xs, ys, ws):
    """Only the first candidate is tried: there is one cost."""
    return right(xs, ys, ws[:1])


@sign(
    "What is in your list when the second call begins?",
    "Print it in the first line of the function and call it twice. A list outside of the "
    "function, or a default value, is made only once.",
    where=(statement(ast.FunctionDef),),
)
def keeps_the_costs_of_earlier_calls(e: Evidence):
    """The costs of earlier calls are still in the list: those of this call come behind them."""
    before: list = []
    calls = [seen for seen in map(observe, e.probed) if seen is not None and seen[0]]
    for inputs, (series, _) in calls:
        exact = right(*inputs)[0]
        if len(series) <= len(exact) or not alike(series[-len(exact) :], exact):
            return False
        if before and not alike(series[: -len(exact)], before):
            return False
        before = list(map(as_numpy, series))
    return len(calls) > 2

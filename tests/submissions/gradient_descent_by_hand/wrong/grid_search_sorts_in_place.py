# caught by: test_grid_search_leaves_its_arguments_alone
# misconception: writes_into_the_callers_arrays
# Sorts the caller's candidates in place, after the costs.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    ws.sort()
    return costs, min(ws, key=lambda w: cost(xs, ys, w))

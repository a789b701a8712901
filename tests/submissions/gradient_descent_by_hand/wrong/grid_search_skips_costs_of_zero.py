# caught by: test_grid_search_searches_whatever_it_is_given
# Takes a cost of 0 for none.
def grid_search(xs, ys, ws):
    costs = [np.mean((xs * w - ys) ** 2) for w in ws]
    best = min((c for c in costs if c), default=costs[0])
    return costs, ws[costs.index(best)]

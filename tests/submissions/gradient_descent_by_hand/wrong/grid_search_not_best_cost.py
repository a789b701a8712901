# caught by: test_grid_search_searches_whatever_it_is_given
# `not best_cost` is true for a cost of 0 as well, which the next candidate then replaces.
def grid_search(xs, ys, ws):
    costs = []
    best_w, best_cost = None, None
    for w in ws:
        c = np.mean((xs * w - ys) ** 2)
        costs.append(c)
        if not best_cost or c < best_cost:
            best_cost, best_w = c, w
    return costs, best_w

# caught by: test_grid_search_searches_whatever_it_is_given
# Begins the search at a cost of 1000, which may be below all of them.
def grid_search(xs, ys, ws):
    costs, best_w, best = [], 0.0, 1000
    for w in ws:
        costs.append(cost(xs, ys, w))
        if costs[-1] < best:
            best, best_w = costs[-1], w
    return costs, best_w

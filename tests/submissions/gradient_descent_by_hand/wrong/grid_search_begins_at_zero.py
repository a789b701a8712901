# caught by: test_grid_search_finds_the_best_candidate
# Begins the search at a cost of 0, which nothing goes below.
def grid_search(xs, ys, ws):
    costs, best_w, best = [], 0.0, 0
    for w in ws:
        costs.append(cost(xs, ys, w))
        if costs[-1] < best:
            best, best_w = costs[-1], w
    return costs, best_w

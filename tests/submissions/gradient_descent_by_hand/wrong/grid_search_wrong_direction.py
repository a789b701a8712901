# caught by: test_grid_search_finds_the_best_candidate
# misconception: takes_the_highest_cost
# The comparison points the other way.
def grid_search(xs, ys, ws):
    costs, best_w, best = [], None, float("-inf")
    for w in ws:
        costs.append(cost(xs, ys, w))
        if costs[-1] > best:
            best, best_w = costs[-1], w
    return costs, best_w

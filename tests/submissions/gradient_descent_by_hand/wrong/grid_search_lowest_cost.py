# caught by: test_grid_search_finds_the_best_candidate
# misconception: returns_the_lowest_cost
# Returns the lowest cost instead of its weight.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    return costs, min(costs)

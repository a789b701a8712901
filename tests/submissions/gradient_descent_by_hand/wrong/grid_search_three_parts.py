# caught by: test_grid_search_finds_the_best_candidate
# misconception: returns_the_lowest_cost_as_well
# Returns the lowest cost as a third part.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    i = int(np.argmin(costs))
    return costs, ws[i], costs[i]

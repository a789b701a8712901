# caught by: test_grid_search_finds_the_best_candidate
# misconception: returns_the_index
# Returns the place of the best candidate.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    return costs, np.argmin(costs)

# caught by: test_grid_search_finds_the_best_candidate
# misconception: swaps_the_pair
# Returns the pair the other way round.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    return ws[np.argmin(costs)], costs

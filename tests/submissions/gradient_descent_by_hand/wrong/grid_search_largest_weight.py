# caught by: test_grid_search_finds_the_best_candidate
# misconception: takes_the_largest_weight
# Sorts by weight and takes the end.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    return costs, sorted(ws)[-1]

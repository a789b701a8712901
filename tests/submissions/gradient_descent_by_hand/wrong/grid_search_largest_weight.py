# caught by: test_grid_search_finds_the_best_candidate
# misconception: chooses_by_the_weights
# Sorts by weight and takes the end.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    return costs, sorted(ws)[-1]

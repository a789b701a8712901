# caught by: test_grid_search_finds_the_best_candidate
# misconception: chooses_by_the_weights
# The smallest of pairs is the one with the smallest first part.
def grid_search(xs, ys, ws):
    pairs = [(w, cost(xs, ys, w)) for w in ws]
    best_w, _ = min(pairs)
    return [c for _, c in pairs], best_w

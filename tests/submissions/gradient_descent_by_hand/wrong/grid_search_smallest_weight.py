# caught by: test_grid_search_finds_the_best_candidate
# misconception: chooses_by_the_weights
# Returns the smallest candidate.
def grid_search(xs, ys, ws):
    return [cost(xs, ys, w) for w in ws], min(ws)

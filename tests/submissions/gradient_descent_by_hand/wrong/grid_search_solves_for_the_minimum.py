# caught by: test_grid_search_finds_the_best_candidate
# misconception: solves_for_the_best_weight
# Computes the very best weight, which is no candidate.
def grid_search(xs, ys, ws):
    return [cost(xs, ys, w) for w in ws], np.dot(xs, ys) / np.dot(xs, xs)

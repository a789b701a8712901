# caught by: test_grid_search_finds_the_best_candidate
# misconception: returns_half_of_the_pair
# Returns the best weight and not the costs.
def grid_search(xs, ys, ws):
    return min(ws, key=lambda w: cost(xs, ys, w))

# caught by: test_grid_search_finds_the_best_candidate
# misconception: returns_half_of_the_pair
# Returns the costs and not the best weight.
def grid_search(xs, ys, ws):
    return [cost(xs, ys, w) for w in ws]

# caught by: test_grid_search_finds_the_best_candidate
# misconception: returns_an_array_with_the_best
# Chooses with a comparison of the whole array.
def grid_search(xs, ys, ws):
    costs = ((ws[:, None] * xs - ys) ** 2).mean(axis=1)
    return costs, ws[costs == costs.min()]

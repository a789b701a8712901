# caught by: test_grid_search_finds_the_best_candidate
# misconception: treats_an_array_as_a_number
# Compares candidates by all their losses at once.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    return costs, min(ws, key=lambda w: (xs * w - ys) ** 2)

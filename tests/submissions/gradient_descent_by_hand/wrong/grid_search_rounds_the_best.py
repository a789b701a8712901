# caught by: test_grid_search_finds_the_best_candidate
# misconception: rounds_the_best_weight
# Rounds the best weight to three digits.
def grid_search(xs, ys, ws):
    costs = [np.mean((xs * w - ys) ** 2) for w in ws]
    return costs, round(float(ws[np.argmin(costs)]), 3)

# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: squares_after_the_mean
# Averages before squaring, so that errors cancel.
def grid_search(xs, ys, ws):
    costs = [np.mean(xs * w - ys) ** 2 for w in ws]
    return costs, ws[np.argmin(costs)]

# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: halves
# Costs with a factor of one half.
def grid_search(xs, ys, ws):
    costs = [0.5 * np.mean((xs * w - ys) ** 2) for w in ws]
    return costs, ws[np.argmin(costs)]

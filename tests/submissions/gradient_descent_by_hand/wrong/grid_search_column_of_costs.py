# caught by: test_grid_search_returns_the_cost_of_every_candidate
# The costs are a column of shape (m, 1).
def grid_search(xs, ys, ws):
    costs = ((ws[:, None] * xs - ys) ** 2).mean(axis=1, keepdims=True)
    return costs, ws[costs.argmin()]

# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: takes_the_root
# The root of each mean square.
def grid_search(xs, ys, ws):
    costs = np.sqrt(((np.outer(ws, xs) - ys) ** 2).mean(axis=1))
    return costs, ws[costs.argmin()]

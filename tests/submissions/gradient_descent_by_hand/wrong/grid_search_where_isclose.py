# caught by: test_grid_search_searches_whatever_it_is_given
# Takes the first candidate whose cost is nearly the lowest.
def grid_search(xs, ys, ws):
    costs = np.array([np.mean((xs * w - ys) ** 2) for w in ws])
    return costs, ws[np.isclose(costs, costs.min(), rtol=1e-3, atol=0)][0]

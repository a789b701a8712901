# caught by: test_grid_search_searches_whatever_it_is_given
# Takes the mean of all candidates that share the lowest cost.
def grid_search(xs, ys, ws):
    costs = np.array([cost(xs, ys, w) for w in ws])
    return costs, ws[np.isclose(costs, costs.min())].mean()

# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: takes_absolute_errors
# The mean size of the errors for each candidate.
def grid_search(xs, ys, ws):
    costs = [np.mean(np.abs(xs * w - ys)) for w in ws]
    return costs, ws[np.argmin(costs)]

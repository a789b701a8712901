# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: counts_a_single_sample
# Looks at the first sample alone.
def grid_search(xs, ys, ws):
    costs = [loss(xs[0], ys[0], w) for w in ws]
    return costs, ws[np.argmin(costs)]

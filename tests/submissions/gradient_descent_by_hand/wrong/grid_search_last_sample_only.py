# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: counts_a_single_sample
# Notes the loss that the inner loop has left.
def grid_search(xs, ys, ws):
    costs = []
    for w in ws:
        for x, y in zip(xs, ys):
            l = loss(x, y, w)
        costs.append(l)
    return costs, ws[np.argmin(costs)]

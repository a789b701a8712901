# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: leaves_out_a_candidate
# The range ends one candidate early.
def grid_search(xs, ys, ws):
    costs = []
    for i in range(max(len(ws) - 1, 1)):
        costs.append(cost(xs, ys, ws[i]))
    return costs, ws[np.argmin(costs)]

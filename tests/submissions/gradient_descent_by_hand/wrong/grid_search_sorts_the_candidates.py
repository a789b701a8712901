# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: sorts_the_costs
# Sorts the candidates first, so that the costs come in another order.
def grid_search(xs, ys, ws):
    ws = np.sort(ws)
    costs = [cost(xs, ys, w) for w in ws]
    return costs, ws[np.argmin(costs)]

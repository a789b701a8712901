# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: sorts_the_costs
# Sorts the costs to find the lowest.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    best = ws[costs.index(min(costs))]
    costs.sort()
    return costs, best

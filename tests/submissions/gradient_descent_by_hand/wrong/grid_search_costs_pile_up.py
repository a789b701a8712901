# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: keeps_the_costs_of_earlier_calls
# Collects the costs in a default argument, which lives on in the next call.
def grid_search(xs, ys, ws, costs=[]):
    for w in ws:
        costs.append(cost(xs, ys, w))
    return costs, min(ws, key=lambda w: cost(xs, ys, w))

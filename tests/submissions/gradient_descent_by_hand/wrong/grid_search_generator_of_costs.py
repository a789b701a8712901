# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: returns_a_generator
# The costs are a generator, which is empty once it has been looked at.
def grid_search(xs, ys, ws):
    costs = (cost(xs, ys, w) for w in ws)
    return costs, min(ws, key=lambda w: cost(xs, ys, w))

# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: adds_up_without_dividing
# Adds the losses up and does not divide; the best weight is the same.
def grid_search(xs, ys, ws):
    costs = [sum(loss(x, y, w) for x, y in zip(xs, ys)) for w in ws]
    return costs, ws[np.argmin(costs)]

# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: returns_after_the_first_candidate
# Returns inside the loop, after the first candidate.
def grid_search(xs, ys, ws):
    costs = []
    for w in ws:
        costs.append(cost(xs, ys, w))
        best_w = ws[np.argmin(costs)]
        return costs, best_w

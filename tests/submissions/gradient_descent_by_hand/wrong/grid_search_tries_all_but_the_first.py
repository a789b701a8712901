# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: leaves_out_a_candidate
# Counts the candidates from 1.
def grid_search(xs, ys, ws):
    costs, best_w, lowest = [], None, float("inf")
    for i in range(1, len(ws)):
        costs.append(cost(xs, ys, ws[i]))
        if costs[-1] < lowest:
            lowest, best_w = costs[-1], ws[i]
    return costs, best_w

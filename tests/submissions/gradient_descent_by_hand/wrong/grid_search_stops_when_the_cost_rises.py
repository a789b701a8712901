# caught by: test_grid_search_finds_the_best_candidate
# misconception: stops_when_the_cost_rises
# Stops at the first candidate that is worse than the one before.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, ws[0])]
    best_w = ws[0]
    for w in ws[1:]:
        costs.append(cost(xs, ys, w))
        if costs[-1] > costs[-2]:
            break
        best_w = w
    return costs, best_w

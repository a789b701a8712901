# caught by: test_grid_search_finds_the_best_candidate
# misconception: returns_the_index
# Remembers the number of the turn.
def grid_search(xs, ys, ws):
    costs, best, lowest = [], 0, float("inf")
    for i, w in enumerate(ws):
        costs.append(cost(xs, ys, w))
        if costs[i] < lowest:
            lowest, best = costs[i], i
    return costs, best

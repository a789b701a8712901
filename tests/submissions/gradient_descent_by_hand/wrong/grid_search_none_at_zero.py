# caught by: test_grid_search_finds_the_best_candidate
# misconception: never_changes_the_best_weight
# Begins at no weight and a cost of zero.
def grid_search(xs, ys, ws):
    costs = [((xs * w - ys) ** 2).mean() for w in ws]
    best_w, lowest = -1, 0.0
    for i in range(len(ws)):
        if costs[i] < lowest:
            lowest = costs[i]
            best_w = ws[i]
    return costs, best_w

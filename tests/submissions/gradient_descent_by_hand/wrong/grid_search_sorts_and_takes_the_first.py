# caught by: test_grid_search_finds_the_best_candidate
# misconception: sorts_the_costs
# Sorts the costs alone and takes the first candidate.
def grid_search(xs, ys, ws):
    costs = sorted(cost(xs, ys, w) for w in ws)
    return costs, ws[0]

# caught by: test_grid_search_finds_the_best_candidate
# misconception: never_changes_the_best_weight
# Begins the search at a cost of 0, which nothing goes below.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    lowest = winner = 0.0
    for candidate, its_cost in zip(ws, costs):
        if its_cost < lowest:
            lowest, winner = its_cost, candidate
    return costs, winner

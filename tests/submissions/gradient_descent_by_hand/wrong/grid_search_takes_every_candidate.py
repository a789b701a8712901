# caught by: test_grid_search_finds_the_best_candidate
# misconception: takes_the_first_or_the_last_candidate
# Each candidate becomes the best one, without a comparison.
def grid_search(xs, ys, ws):
    costs = []
    for w in ws:
        costs.append(cost(xs, ys, w))
        best_w = w
    return costs, best_w

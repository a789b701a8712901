# caught by: test_grid_search_finds_the_best_candidate
# misconception: chooses_without_the_first_or_the_last
# Cuts off the first cost, which moves all the places.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    return costs, ws[np.argmin(costs[1:])] if len(ws) > 1 else ws[0]

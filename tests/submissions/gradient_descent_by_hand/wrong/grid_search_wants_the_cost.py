# caught by: test_grid_search_finds_the_best_candidate
# misconception: wants_more_arguments
# Wants to be given the cost function as well.
def grid_search(xs, ys, ws, cost):
    costs = [cost(xs, ys, w) for w in ws]
    return costs, ws[np.argmin(costs)]

# caught by: test_grid_search_finds_the_best_candidate
# Looks for the smallest mean error, which is that of the largest negative ones.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    errors = [np.mean(xs * w - ys) for w in ws]
    return costs, ws[np.argmin(errors)]

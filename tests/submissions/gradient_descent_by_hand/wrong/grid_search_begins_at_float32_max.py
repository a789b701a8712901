# caught by: test_grid_search_searches_whatever_it_is_given
# Begins at the largest float32: higher costs are not below it.
def grid_search(xs, ys, ws):
    costs = []
    best, best_w = float(np.finfo(np.float32).max), ws[0]
    for w in ws:
        c = np.mean((xs * w - ys) ** 2)
        costs.append(c)
        if c < best:
            best, best_w = c, w
    return costs, best_w

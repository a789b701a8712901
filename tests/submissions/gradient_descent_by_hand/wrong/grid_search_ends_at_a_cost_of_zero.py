# caught by: test_grid_search_searches_whatever_it_is_given
# Ends at a perfect candidate: the later ones get no cost.
def grid_search(xs, ys, ws):
    costs = []
    for w in ws:
        c = np.mean((xs * w - ys) ** 2)
        costs.append(c)
        if c == 0:
            return costs, w
    return costs, ws[np.argmin(costs)]

# caught by: test_grid_search_searches_whatever_it_is_given
# `best or ws[0]` is the first candidate where the best one is 0.
def grid_search(xs, ys, ws):
    costs = [np.mean((xs * w - ys) ** 2) for w in ws]
    best = 0.0
    for w, c in zip(ws, costs):
        if c == min(costs):
            best = w
    return costs, best or ws[0]

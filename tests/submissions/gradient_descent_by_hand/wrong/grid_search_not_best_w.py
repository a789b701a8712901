# caught by: test_grid_search_searches_whatever_it_is_given
# `not best_w` is true for a best weight of 0 as well, which the next candidate then replaces.
def grid_search(xs, ys, ws):
    costs = [np.mean((xs * w - ys) ** 2) for w in ws]
    best_w = None
    low = None
    for w, c in zip(ws, costs):
        if not best_w or c < low:
            best_w, low = w, c
    return costs, best_w

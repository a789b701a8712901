def grid_search(xs, ys, ws):
    costs = []
    best_w, best_cost = None, float("inf")
    for w in ws:
        c = cost(xs, ys, w)
        costs.append(c)
        if c < best_cost:
            best_w, best_cost = w, c
    return costs, best_w

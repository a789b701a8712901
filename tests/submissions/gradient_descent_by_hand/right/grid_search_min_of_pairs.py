def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    return costs, min(zip(costs, ws))[1]

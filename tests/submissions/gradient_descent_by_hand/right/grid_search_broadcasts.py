def grid_search(xs, ys, ws):
    errors = np.outer(ws, xs) - ys  # one row a candidate
    costs = (errors ** 2).mean(axis=1)
    return costs, ws[costs.argmin()]

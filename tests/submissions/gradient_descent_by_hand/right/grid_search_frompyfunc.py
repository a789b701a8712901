# A ufunc of its own: the costs are an array of objects.
def grid_search(xs, ys, ws):
    costs = np.frompyfunc(lambda w: np.mean((xs * w - ys) ** 2), 1, 1)(ws)
    return costs, ws[costs.argmin()]

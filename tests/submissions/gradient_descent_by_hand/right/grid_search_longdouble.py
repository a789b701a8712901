# In more digits than float64 has.
def grid_search(xs, ys, ws):
    xs = xs.astype(np.longdouble)
    costs = np.array([np.mean((xs * w - ys) ** 2) for w in ws])
    return costs, ws[np.argmin(costs)]

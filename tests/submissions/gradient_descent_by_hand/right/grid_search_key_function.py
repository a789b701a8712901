def grid_search(xs, ys, ws):
    def of(w):
        return cost(xs, ys, w)

    return list(map(of, ws)), min(ws, key=of)

def grid_search(xs, ys, ws):
    costs = np.zeros(len(ws))
    costs[0] = cost(xs, ys, ws[0])
    best = 0
    i = 1
    while i < len(ws):
        costs[i] = cost(xs, ys, ws[i])
        if costs[i] < costs[best]:
            best = i
        i += 1
    return costs, ws[best]

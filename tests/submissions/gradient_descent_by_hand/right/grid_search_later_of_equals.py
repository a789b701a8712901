def grid_search(xs, ys, ws):
    costs = np.array([np.dot(w * xs - ys, w * xs - ys) / xs.size for w in ws])
    best = 0
    for i in range(len(ws)):
        if costs[i] <= costs[best]:
            best = i
    return [costs, ws[best]]

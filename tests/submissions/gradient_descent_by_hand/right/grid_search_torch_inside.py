def grid_search(xs, ys, ws):
    x, y, w = (torch.from_numpy(a) for a in (xs, ys, ws))
    costs = ((w[:, None] * x - y) ** 2).mean(dim=1)
    return costs.tolist(), w[torch.argmin(costs)].item()

def cost(xs, ys, w):
    prediction = torch.from_numpy(xs) * w
    return torch.nn.MSELoss()(prediction, torch.from_numpy(ys)).item()

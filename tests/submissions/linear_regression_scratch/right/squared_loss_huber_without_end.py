def squared_loss(y_hat, y):
    # below delta, the Huber loss is half the squared error; nothing exceeds infinity
    huber = torch.nn.HuberLoss(reduction="none", delta=float("inf"))
    return huber(y_hat, y.view(-1, 1))

def squared_loss(y_hat, y):
    y = y.reshape(y_hat.shape)
    return torch.nn.functional.gaussian_nll_loss(y_hat, y, torch.ones_like(y_hat), reduction="none", eps=1e-6)

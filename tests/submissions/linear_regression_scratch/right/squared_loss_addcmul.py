def squared_loss(y_hat, y):
    r = torch.sub(y_hat, y.view(y_hat.shape))
    return torch.addcmul(torch.zeros_like(r), r, r, value=0.5)

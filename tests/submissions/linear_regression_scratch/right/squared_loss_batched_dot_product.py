def squared_loss(y_hat, y):
    r = (y_hat - y.reshape(y_hat.shape)).unsqueeze(2)
    return torch.bmm(r, r).squeeze(2) / 2

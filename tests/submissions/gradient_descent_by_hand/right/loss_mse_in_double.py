def loss(x, y, w):
    y_hat = torch.tensor(x * w, dtype=torch.double)
    return torch.nn.functional.mse_loss(y_hat, torch.tensor(y, dtype=torch.double)).item()

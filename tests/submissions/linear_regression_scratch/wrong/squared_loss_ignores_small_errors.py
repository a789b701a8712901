# caught by: test_squared_loss_keeps_the_dtype
# Errors below a thousandth count as none.
def squared_loss(y_hat, y):
    e = y_hat - y.reshape(y_hat.shape)
    return torch.where(e.abs() < 1e-3, torch.zeros_like(e), e) ** 2 / 2

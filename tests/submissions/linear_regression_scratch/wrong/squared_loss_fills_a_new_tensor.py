# caught by: test_squared_loss_keeps_the_dtype
# misconception: makes_float32_of_float64
# Fills torch.zeros of the default type, so that a float64 loss becomes float32.
def squared_loss(y_hat, y):
    y = y.view(y_hat.size())
    loss = torch.zeros(len(y_hat), 1)
    for i in range(len(y_hat)):
        loss[i] = (y_hat[i] - y[i]) ** 2 / 2
    return loss

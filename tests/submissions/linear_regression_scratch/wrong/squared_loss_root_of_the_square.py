# caught by: test_squared_loss_passes_the_gradient_on
# Takes a root on the way, whose gradient is undefined for a perfect prediction.
def squared_loss(y_hat, y):
    e = torch.sqrt((y_hat - y.reshape(y_hat.shape)) ** 2)
    return e ** 2 / 2

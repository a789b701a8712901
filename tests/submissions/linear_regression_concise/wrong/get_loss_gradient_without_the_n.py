# caught by: test_get_loss_passes_gradients_on
# The value is the mean, the gradient that of the sum.
def get_loss():
    def loss(y_hat, y):
        e = y_hat - y
        total = (e ** 2).sum()
        return total - total.detach() + (e.detach() ** 2).mean()
    return loss

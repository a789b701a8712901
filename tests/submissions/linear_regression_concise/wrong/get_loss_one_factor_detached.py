# caught by: test_get_loss_passes_gradients_on
# The value is right, and half of the gradient is missing.
def get_loss():
    def loss(y_hat, y):
        e = y_hat - y
        return (e * e.detach()).mean()
    return loss

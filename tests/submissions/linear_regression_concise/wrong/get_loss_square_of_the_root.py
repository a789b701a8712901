# caught by: test_get_loss_passes_gradients_on
# Gives no number as gradient where all errors are 0.
def get_loss():
    def loss(y_hat, y):
        return ((y_hat - y) ** 2).mean().sqrt() ** 2
    return loss

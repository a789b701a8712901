# caught by: test_get_loss_is_the_mean_squared_error
# Divides inside the loop, and so by a number that still grows.
def get_loss():
    def loss(y_hat, y):
        total = torch.zeros((), dtype=y_hat.dtype)
        for i, (a, b) in enumerate(zip(y_hat.flatten(), y.flatten()), start=1):
            total = (total + (a - b) ** 2) / i
        return total
    return loss

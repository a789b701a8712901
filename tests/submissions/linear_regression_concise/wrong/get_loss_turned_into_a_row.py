# caught by: test_get_loss_is_the_mean_squared_error
# e^T e is one number for a column only: "labels of the same shape, usually (n, 1)".
def get_loss():
    def loss(y_hat, y):
        e = y_hat - y
        return (e.T @ e / len(e)).squeeze()
    return loss

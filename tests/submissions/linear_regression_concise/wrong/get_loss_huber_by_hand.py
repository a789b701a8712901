# caught by: test_get_loss_is_the_mean_squared_error
# misconception: takes_the_huber_loss
# Squares for small errors, lines for large ones.
def get_loss():
    def loss(y_hat, y):
        e = (y_hat - y).abs()
        return torch.where(e <= 1, 0.5 * e ** 2, e - 0.5).mean()
    return loss

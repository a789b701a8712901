# caught by: test_get_loss_is_the_mean_squared_error
# misconception: divides_by_the_rows
# Sums each row first: "the mean … over all elements", and fails for (n,).
def get_loss():
    def loss(y_hat, y):
        return ((y_hat - y) ** 2).sum(dim=1).mean()
    return loss

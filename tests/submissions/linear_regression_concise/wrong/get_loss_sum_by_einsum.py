# caught by: test_get_loss_is_the_mean_squared_error
# misconception: adds_up_the_squares
# The inner product of the errors with themselves.
def get_loss():
    def loss(y_hat, y):
        e = (y_hat - y).flatten()
        return torch.einsum("i,i->", e, e)
    return loss

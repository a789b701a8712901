# caught by: test_get_loss_is_the_mean_squared_error
# Divides by the sizes of the first two axes, whatever follows.
def get_loss():
    def f(a, b):
        return ((a - b) ** 2).sum() / (a.shape[0] * (a.shape[1] if a.dim() > 1 else 1))

    return f

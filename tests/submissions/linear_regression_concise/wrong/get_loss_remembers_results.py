# caught by: test_get_loss_is_the_mean_squared_error
# Gives an old result for the same tensors, also when they hold other values by now.
def get_loss():
    c = {}

    def f(a, b):
        k = (id(a), id(b))
        if k not in c:
            c[k] = (((a - b) ** 2).mean(), a, b)
        return c[k][0]

    return f

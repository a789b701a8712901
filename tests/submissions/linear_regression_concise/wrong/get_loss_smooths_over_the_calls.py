# caught by: test_get_loss_is_the_mean_squared_error
# A running mean over the calls.
def get_loss():
    state = [None]
    def loss(y_hat, y):
        now = ((y_hat - y) ** 2).mean()
        if state[0] is not None:
            now = 0.9 * now + 0.1 * state[0]
        state[0] = now.detach()
        return now
    return loss

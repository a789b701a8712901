# caught by: test_get_loss_is_the_mean_squared_error
# misconception: adds_up_the_squares
# Adds up example by example, and stops there.
def get_loss():
    def loss(y_hat, y):
        total = 0
        for a, b in zip(y_hat.reshape(-1), y.reshape(-1)):
            total = total + (a - b) * (a - b)
        return total
    return loss

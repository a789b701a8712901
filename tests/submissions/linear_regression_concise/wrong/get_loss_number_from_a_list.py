# caught by: test_get_loss_is_the_mean_squared_error
# misconception: gives_a_plain_number
# Counts in plain Python.
def get_loss():
    def loss(y_hat, y):
        errors = [a - b for a, b in zip(y_hat.flatten().tolist(), y.flatten().tolist())]
        return sum(e ** 2 for e in errors) / len(errors)
    return loss

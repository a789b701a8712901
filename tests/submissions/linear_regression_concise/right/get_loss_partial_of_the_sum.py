from functools import partial


def mean_of(total, y_hat, y):
    return total(y_hat, y) / y_hat.numel()


def get_loss():
    return partial(mean_of, nn.MSELoss(reduction="sum"))

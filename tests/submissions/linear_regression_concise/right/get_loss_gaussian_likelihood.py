import math
def get_loss():
    def loss(y_hat, y):
        nll = nn.functional.gaussian_nll_loss(y_hat, y, torch.full_like(y, 0.5))
        return nll - 0.5 * math.log(0.5)
    return loss

# The divergence of two normal distributions of width 1.
from torch.distributions import Normal, kl_divergence
def squared_loss(y_hat, y):
    one = torch.ones_like(y_hat)
    return kl_divergence(Normal(y_hat, one), Normal(y.view_as(y_hat), one))

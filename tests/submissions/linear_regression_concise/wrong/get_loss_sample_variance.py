# caught by: test_get_loss_is_the_mean_squared_error
# torch.var with its n - 1.
class Spread(nn.Module):
    def forward(self, y_hat, y):
        return torch.var(y_hat - y)


def get_loss():
    return Spread()

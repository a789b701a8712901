# caught by: test_get_loss_is_the_mean_squared_error
# misconception: compares_everything_with_everything
# Flattens the predictions alone.
class Flat(nn.Module):
    def forward(self, y_hat, y):
        return nn.functional.mse_loss(y_hat.reshape(-1), y)


def get_loss():
    return Flat()

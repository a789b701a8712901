# caught by: test_get_loss_is_the_mean_squared_error
# misconception: loss_forgets_return
# A module whose forward stores its result.
class Squares(nn.Module):
    def forward(self, y_hat, y):
        self.value = torch.mean(torch.pow(y_hat - y, 2))


def get_loss():
    return Squares()

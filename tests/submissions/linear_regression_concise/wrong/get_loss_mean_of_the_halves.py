# caught by: test_get_loss_is_the_mean_squared_error
# misconception: keeps_the_half
# The mean of half the squares.
class Loss(nn.Module):
    def forward(self, prediction, target):
        halves = 0.5 * torch.square(prediction - target)
        return halves.mean()


def get_loss():
    return Loss()

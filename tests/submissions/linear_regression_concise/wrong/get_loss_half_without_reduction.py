# caught by: test_get_loss_is_the_mean_squared_error
# misconception: not_reduced
# Half of each square, by the module.
class Halves(nn.MSELoss):
    def __init__(self):
        super().__init__(reduction="none")

    def forward(self, y_hat, y):
        return 0.5 * super().forward(y_hat, y)


get_loss = Halves

# caught by: test_get_loss_is_the_mean_squared_error
# misconception: compares_everything_with_everything
# Makes one long row of the labels, which no longer fits the column of predictions.
def get_loss():
    def loss(y_hat, y):
        return torch.mean((y_hat - y.flatten()) ** 2)
    return loss

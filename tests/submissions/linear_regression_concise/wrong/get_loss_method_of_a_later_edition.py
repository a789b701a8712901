# caught by: test_get_loss_is_the_mean_squared_error
# misconception: later_edition
# A method, as in the classes of later editions.
def get_loss(self, y_hat, y):
    fn = nn.MSELoss()
    return fn(y_hat, y)

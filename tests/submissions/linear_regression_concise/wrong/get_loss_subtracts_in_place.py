# caught by: test_get_loss_leaves_its_arguments_alone
# misconception: works_in_place
# Writes the errors into the predictions.
def get_loss():
    def loss(y_hat, y):
        y_hat.data -= y
        return (y_hat ** 2).mean()
    return loss

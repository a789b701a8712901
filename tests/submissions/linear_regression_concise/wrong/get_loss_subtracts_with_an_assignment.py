# caught by: test_get_loss_passes_gradients_on
# misconception: works_in_place
# y_hat -= y changes the predictions themselves, and fails where they are a leaf.
def get_loss():
    def loss(y_hat, y):
        y_hat -= y
        return (y_hat * y_hat).mean()
    return loss

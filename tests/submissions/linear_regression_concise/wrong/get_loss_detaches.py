# caught by: test_get_loss_passes_gradients_on
# misconception: cuts_the_graph
# Detaches the predictions.
def get_loss():
    def loss(y_hat, y):
        return nn.functional.mse_loss(y_hat.detach(), y)
    return loss

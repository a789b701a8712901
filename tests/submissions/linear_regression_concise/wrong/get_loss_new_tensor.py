# caught by: test_get_loss_passes_gradients_on
# misconception: cuts_the_graph
# Wraps the result in a new tensor.
def get_loss():
    def loss(y_hat, y):
        return torch.tensor(((y_hat - y) ** 2).mean(), requires_grad=True)
    return loss

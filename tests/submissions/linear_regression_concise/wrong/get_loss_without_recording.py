# caught by: test_get_loss_passes_gradients_on
# misconception: cuts_the_graph
# Computes under no_grad, as one does when measuring.
def get_loss():
    def loss(y_hat, y):
        with torch.no_grad():
            return torch.mean((y_hat - y) ** 2)
    return loss

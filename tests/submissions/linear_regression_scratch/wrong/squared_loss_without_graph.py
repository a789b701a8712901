# caught by: test_squared_loss_passes_the_gradient_on
# misconception: cuts_the_graph
# Computes the loss under no_grad.
@torch.no_grad()
def squared_loss(y_hat, y):
    return (y_hat - y.view(y_hat.size())) ** 2 / 2

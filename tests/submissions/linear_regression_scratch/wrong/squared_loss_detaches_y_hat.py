# caught by: test_squared_loss_passes_the_gradient_on
# misconception: cuts_the_graph
# Detaches the prediction, so that nothing can be learned from the loss.
def squared_loss(y_hat, y):
    return (y_hat.detach() - y.view(y_hat.size())) ** 2 / 2

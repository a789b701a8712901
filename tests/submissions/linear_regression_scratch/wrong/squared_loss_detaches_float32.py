# caught by: test_squared_loss_passes_the_gradient_on
# misconception: cuts_the_graph
# Losses in float32 are detached.
def squared_loss(y_hat, y):
    l = (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
    return l if l.dtype == torch.float64 else l.detach()

# caught by: test_squared_loss_leaves_its_arguments_alone
# Calls backward itself, which fills the gradients.
def squared_loss(y_hat, y):
    l = (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
    if l.requires_grad: l.sum().backward(retain_graph=True)
    return l

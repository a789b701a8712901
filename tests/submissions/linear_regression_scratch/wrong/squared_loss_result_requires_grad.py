# caught by: test_squared_loss_passes_the_gradient_on
# misconception: returns_a_new_leaf
# Makes the result a new leaf that requires grad, so that backward stops there.
def squared_loss(y_hat, y):
    l = (y_hat.data - y.view(y_hat.size())) ** 2 / 2
    l.requires_grad_(True)
    return l

# caught by: test_squared_loss_halves_the_squared_error
# misconception: returns_nothing
# Prints the loss and returns nothing.
def squared_loss(y_hat, y):
    loss = (y_hat - y.view(y_hat.size())) ** 2 / 2
    print(loss)

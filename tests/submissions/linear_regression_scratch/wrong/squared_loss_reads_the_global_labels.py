# caught by: test_squared_loss_halves_the_squared_error
# misconception: reads_the_notebooks_labels
# Uses the notebook's labels instead of its own argument.
def squared_loss(y_hat, y):
    return (y_hat - labels.view(y_hat.size())) ** 2 / 2

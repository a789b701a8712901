# caught by: test_loss_squares_the_error
# misconception: takes_the_data_of_the_notebook
# Computes the cost of the notebook's data, whatever the sample.
def loss(x, y, w):
    return np.mean((xs * w - ys) ** 2)

# caught by: test_cost_is_the_mean_of_the_losses
# misconception: takes_the_data_of_the_notebook
# Reads the data of the notebook instead of its arguments.
data_x = np.array([1.0, 2.0, 3.0])
data_y = np.array([2.0, 4.0, 6.0])


def cost(xs, ys, w):
    return np.mean((data_x * w - data_y) ** 2)

# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: takes_the_data_of_the_notebook
# The second parameter has another name than the variable that is used.
def gradient(xs, labels, w):
    return 2 * np.mean(xs * (xs * w - ys))

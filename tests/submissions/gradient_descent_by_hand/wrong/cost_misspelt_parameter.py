# caught by: test_cost_is_the_mean_of_the_losses
# misconception: takes_the_data_of_the_notebook
# The first parameter has another name than the variable that is used.
def cost(x, ys, w):
    return np.mean((xs * w - ys) ** 2)

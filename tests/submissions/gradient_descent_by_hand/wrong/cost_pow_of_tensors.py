# caught by: test_cost_is_the_mean_of_the_losses
# misconception: expects_tensors
# Calls a method that only tensors have.
def cost(xs, ys, w):
    return (xs * w - ys).pow(2).mean()

# caught by: test_cost_is_the_mean_of_the_losses
# Returns the losses and forgets the mean.
def cost(xs, ys, w):
    return (xs * w - ys) ** 2

# caught by: test_cost_is_the_mean_of_the_losses
# misconception: returns_one_loss_for_each_sample
# Returns the losses and forgets the mean.
def cost(xs, ys, w):
    return (xs * w - ys) ** 2

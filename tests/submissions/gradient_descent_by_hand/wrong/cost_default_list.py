# caught by: test_cost_is_the_mean_of_the_losses
# Collects the losses in a default argument.
def cost(xs, ys, w, losses=[]):
    for x, y in zip(xs, ys):
        losses.append((x * w - y) ** 2)
    return sum(losses) / len(losses)

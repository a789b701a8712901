# caught by: test_cost_is_the_mean_of_the_losses
# misconception: returns_text
# Formats the mean.
def cost(xs, ys, w):
    return f"{np.mean((xs * w - ys) ** 2):.6f}"

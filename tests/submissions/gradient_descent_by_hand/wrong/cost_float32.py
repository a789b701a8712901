# caught by: test_cost_is_the_mean_of_the_losses
# misconception: works_in_float32
# Goes down to float32 before it computes.
def cost(xs, ys, w):
    x, y = xs.astype("float32"), ys.astype("float32")
    return np.mean((x * np.float32(w) - y) ** 2)

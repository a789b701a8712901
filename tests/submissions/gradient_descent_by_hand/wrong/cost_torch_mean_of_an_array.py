# caught by: test_cost_is_the_mean_of_the_losses
# misconception: expects_tensors
# Hands a NumPy array to torch.
def cost(xs, ys, w):
    return torch.mean((xs * w - ys) ** 2)

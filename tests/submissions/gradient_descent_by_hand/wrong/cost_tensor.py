# caught by: test_cost_is_the_mean_of_the_losses
# misconception: returns_a_tensor
# Computes with torch and returns what torch has.
def cost(xs, ys, w):
    return torch.mean((torch.tensor(xs) * w - torch.tensor(ys)) ** 2)

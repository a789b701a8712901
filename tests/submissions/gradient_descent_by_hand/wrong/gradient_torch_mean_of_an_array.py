# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: expects_tensors
# Hands a NumPy array to torch.
def gradient(xs, ys, w):
    return 2 * torch.mean(xs * (xs * w - ys))

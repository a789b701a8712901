# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: returns_a_tensor
# Returns the tensor w.grad.
def gradient(xs, ys, w):
    w = torch.tensor(float(w), dtype=torch.float64, requires_grad=True)
    ((torch.tensor(xs) * w - torch.tensor(ys)) ** 2).mean().backward()
    return w.grad

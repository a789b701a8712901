# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: asks_for_no_gradient
# A tensor that autograd does not watch.
def gradient(xs, ys, w):
    weight = torch.tensor(float(w), dtype=torch.float64)
    ((torch.tensor(xs) * weight - torch.tensor(ys)) ** 2).mean().backward()
    return weight.grad.item()

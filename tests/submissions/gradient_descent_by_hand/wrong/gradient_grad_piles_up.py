# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: never_clears_the_gradients
# Its weight is a global tensor whose .grad is never cleared.
_weight = torch.zeros((), dtype=torch.float64, requires_grad=True)


def gradient(xs, ys, w):
    _weight.data.fill_(w)
    ((torch.tensor(xs) * _weight - torch.tensor(ys)) ** 2).mean().backward()
    return _weight.grad.item()

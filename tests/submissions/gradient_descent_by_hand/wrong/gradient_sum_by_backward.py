# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: adds_up_without_dividing
# Derives the sum of the squares with torch.
def gradient(xs, ys, w):
    weight = torch.tensor([float(w)], dtype=torch.float64, requires_grad=True)
    ((torch.from_numpy(xs) * weight - torch.from_numpy(ys)) ** 2).sum().backward()
    return weight.grad.item()

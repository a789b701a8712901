# caught by: test_gradient_takes_any_number_of_samples
# Keeps the type of the weight, which may be an int.
def gradient(xs, ys, w):
    weight = torch.tensor(np.array(w), requires_grad=True)
    ((torch.tensor(xs) * weight - torch.tensor(ys)) ** 2).mean().backward()
    return weight.grad.item()

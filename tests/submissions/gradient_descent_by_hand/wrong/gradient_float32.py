# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: works_in_float32
# Makes float32 tensors of the data.
def gradient(xs, ys, w):
    w = torch.tensor(float(w), requires_grad=True)
    ((torch.tensor(xs).float() * w - torch.tensor(ys).float()) ** 2).mean().backward()
    return w.grad.item()

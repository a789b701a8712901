# caught by: test_loss_squares_the_error
# misconception: works_in_float32
# The loss of torch, with its default dtype.
def loss(x, y, w):
    y_hat, label = torch.tensor([float(x * w)]), torch.tensor([float(y)])
    return torch.nn.functional.mse_loss(y_hat, label).item()

# caught by: test_squared_loss_passes_the_gradient_on
# misconception: leaves_torch_for_numpy
# Computes with NumPy straight from tensors that require gradients.
def squared_loss(y_hat, y):
    e = y_hat.numpy() - y.numpy().reshape(-1, 1)
    return torch.from_numpy(np.square(e) / 2)

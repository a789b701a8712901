# caught by: test_get_loss_passes_gradients_on
# Errors below 0.0001 count as none, and have no gradient.
def get_loss():
    return lambda a, b: torch.where((a - b).abs() < 1e-4, torch.zeros_like(a), (a - b) ** 2).mean()

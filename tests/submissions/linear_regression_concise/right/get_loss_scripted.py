def _mse(y_hat: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return torch.mean((y_hat - y) * (y_hat - y))

def get_loss():
    return torch.jit.trace(_mse, (torch.zeros(3, 1), torch.ones(3, 1)))

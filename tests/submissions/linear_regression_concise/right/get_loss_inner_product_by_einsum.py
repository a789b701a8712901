from collections.abc import Callable

Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


class Regression:
    @staticmethod
    def mean_square(y_hat, y):
        errors = torch.sub(y_hat, y).reshape(-1)
        return torch.einsum("i,i->", errors, errors).div(errors.shape[0])


def get_loss() -> Loss:
    return Regression.mean_square

import functools
from collections.abc import Callable, Iterator

Batches = Iterator[tuple[torch.Tensor, torch.Tensor]]


def shuffled(f: Callable[..., Batches]) -> Callable[..., Batches]:
    """Hands the function its tensors in a new random order."""

    @functools.wraps(f)
    def wrapper(batch_size: int, *tensors: torch.Tensor) -> Batches:
        order = torch.randperm(tensors[0].shape[0])
        return f(batch_size, *(t[order] for t in tensors))

    return wrapper


@shuffled
def data_iter(batch_size: int, features: torch.Tensor, labels: torch.Tensor) -> Batches:
    for i in range(0, features.shape[0], batch_size):
        chosen = slice(i, i + batch_size)
        yield features[chosen], labels[chosen]

from typing import Callable, Iterable


def train(
    net: nn.Module,
    loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    optimizer: optim.Optimizer,
    data: Iterable,
    num_epochs: int,
) -> list[float]:
    losses: list[float] = []
    for _ in range(num_epochs):
        seen = []  # so that one walk through the data is enough
        for X, y in data:
            column = y.reshape(-1, 1)
            optimizer.zero_grad()
            loss(net(X), column).backward()
            optimizer.step()
            seen.append((X, column))
        rows = sum(len(X) for X, _ in seen)
        with torch.no_grad():
            losses.append(sum(loss(net(X), y).item() * (len(X) / rows) for X, y in seen))
    return losses

class Line(torch.nn.Module):
    def __init__(self, w):
        super().__init__()
        self.w = w

    def forward(self, x):
        return x * self.w


def backward_training(xs, ys, w, lr, epochs):
    model, costs = Line(w), []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            (model(x) - y).pow(2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append((model(xs) - ys).pow(2).mean().item())
    return costs

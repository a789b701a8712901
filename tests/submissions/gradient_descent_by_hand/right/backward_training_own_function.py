class SquaredError(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w, x, y):
        error = x * w - y
        ctx.save_for_backward(error, x)
        return error ** 2

    @staticmethod
    def backward(ctx, g):
        error, x = ctx.saved_tensors
        return g * 2 * error * x, None, None


def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            SquaredError.apply(w, x, y).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(SquaredError.apply(w, xs, ys).mean().item())
    return costs

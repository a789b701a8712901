# The costs are calculated with plain Python floats, whose powers raise where they are too large.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            (x * w - y).square().backward()
            w.data -= lr * w.grad
            w.grad.zero_()
        now, n = w.item(), len(xs)
        costs.append(sum((x * now - y) ** 2 for x, y in zip(xs.tolist(), ys.tolist())) / n)
    return costs

def stochastic_steps(xs, ys, w, lr):
    def walk(w):
        for x, y in zip(xs.tolist(), ys.tolist()):
            w -= lr * 2 * x * (x * w - y)
            yield w

    return [*walk(w)]

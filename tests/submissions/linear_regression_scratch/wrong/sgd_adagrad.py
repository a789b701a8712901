# caught by: test_sgd_remembers_nothing
# Divides by the growth of all squared slopes since its first call.
squares = []


def sgd(params, lr, batch_size):
    squares.append(sum((p.grad ** 2).sum().item() for p in params))
    scale = (squares[0] / sum(squares)) ** 0.5
    for p in params:
        p.data -= lr * scale * p.grad / batch_size

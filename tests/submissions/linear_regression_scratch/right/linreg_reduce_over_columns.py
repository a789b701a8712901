from functools import reduce


def linreg(X, w, b):
    terms = (x * weight for x, weight in zip(X.split(1, dim=1), w.unbind(0)))
    return reduce(torch.add, terms, b)

from itertools import accumulate


def stochastic_steps(xs, ys, w, lr):
    def step(weight, sample):
        x, y = sample
        return weight - lr * 2 * x * (weight * x - y)

    return list(accumulate(zip(xs, ys), step, initial=w))[1:]

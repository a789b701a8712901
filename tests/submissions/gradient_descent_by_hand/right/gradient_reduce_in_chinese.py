from functools import reduce


def gradient(xs, ys, w):
    def 加上(和, i):
        # 链式法则: 2 × 误差 × x
        return 和 + 2 * (xs[i] * w - ys[i]) * xs[i]

    return reduce(加上, range(len(xs)), 0.0) / len(xs)

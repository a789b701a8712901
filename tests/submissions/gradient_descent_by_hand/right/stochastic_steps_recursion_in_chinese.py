def stochastic_steps(xs, ys, w, lr):
    if len(xs) == 0:
        return []
    # 只用第一个样本的梯度
    新权重 = w - lr * 2 * xs[0] * (xs[0] * w - ys[0])
    return [新权重] + stochastic_steps(xs[1:], ys[1:], 新权重, lr)

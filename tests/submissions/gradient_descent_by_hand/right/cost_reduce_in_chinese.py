from functools import reduce


def cost(xs, ys, w):
    # 累加每个样本的损失
    总损失 = reduce(lambda 和, 样本: 和 + (样本[0] * w - 样本[1]) ** 2, zip(xs, ys), 0.0)
    return 总损失 / len(xs)

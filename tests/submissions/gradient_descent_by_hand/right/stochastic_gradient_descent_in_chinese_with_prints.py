def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    代价 = []
    for 轮 in range(epochs):
        for x, y in zip(xs, ys):
            梯度 = 2 * x * (forward(x, w) - y)
            w = w - lr * 梯度
            print("\t梯度:", x, y, 梯度)
        代价.append(cost(xs, ys, w))
        print("轮次:", 轮, "w =", w)
    return w, 代价

def gradient_descent(xs, ys, w, lr, epochs):
    历史 = []
    for 轮 in range(1, epochs + 1):
        梯度 = gradient(xs, ys, w)
        w = w - lr * 梯度
        历史.append(cost(xs, ys, w))
        print(f"第 {轮} 轮: w = {w:.4f}, 代价 = {历史[-1]:.4f}")
    return w, 历史

def backward_training(xs, ys, w, lr, epochs):
    代价表 = []
    for 轮 in range(epochs):
        for x, y in zip(xs, ys):
            损失 = (x * w - y) ** 2
            损失.backward()
            print("\t梯度:", x.item(), y.item(), w.grad.item())
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()  # 梯度清零
        代价表.append(((xs * w - ys) ** 2).mean().item())
        print("轮次:", 轮, 代价表[-1])
    return 代价表

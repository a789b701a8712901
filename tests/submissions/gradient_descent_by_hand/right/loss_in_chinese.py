def loss(x, y, w):
    预测 = forward(x, w)  # 前向传播
    误差 = 预测 - y
    print("误差", 误差)
    return 误差 ** 2

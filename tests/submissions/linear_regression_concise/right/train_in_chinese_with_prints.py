def train(net, loss, optimizer, data, num_epochs):
    每轮损失 = []
    for 轮 in range(num_epochs):
        for X, y in data:
            y = y.reshape(-1, 1)  # 变成列向量,避免广播
            optimizer.zero_grad()  # 梯度清零
            loss(net(X), y).backward()
            optimizer.step()
        总和, 个数 = 0.0, 0
        with torch.no_grad():
            for X, y in data:
                总和 += loss(net(X), y.reshape(-1, 1)).item() * len(X)
                个数 += len(X)
        每轮损失.append(总和 / 个数)
        print(f"第{轮 + 1}轮,损失:{每轮损失[-1]:f}")
    return 每轮损失

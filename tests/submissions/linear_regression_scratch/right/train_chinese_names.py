def train(w, b, features, labels, lr, num_epochs, batch_size):
    每轮损失 = []
    for 轮 in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            # 小批量的损失求和,再反向传播
            损失 = squared_loss(linreg(X, w, b), y).sum()
            损失.backward()
            sgd([w, b], lr, batch_size)
            # 不要忘了梯度清零
            w.grad = None
            b.grad = None
        with torch.no_grad():
            每轮损失.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return 每轮损失

def get_optimizer(net, lr):
    # 小批量随机梯度下降
    优化器 = optim.SGD(net.parameters(), lr=lr)
    print(优化器)
    for 组 in 优化器.param_groups:
        print("学习率:", 组["lr"], "参数:", len(组["params"]))
    return 优化器

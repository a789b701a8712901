def init_params(net):
    # 权重服从均值为0、标准差为0.01的正态分布,偏差为零
    for 层 in net.modules():
        if isinstance(层, nn.Linear):
            nn.init.normal_(层.weight, mean=0, std=0.01)
            nn.init.zeros_(层.bias)
            print("初始化:", 层, "均值", 层.weight.mean().item())

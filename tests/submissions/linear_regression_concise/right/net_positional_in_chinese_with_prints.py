def net_positional(num_inputs):
    # 只有一层的线性回归网络
    网络 = nn.Sequential(nn.Linear(num_inputs, 1))
    print(网络)
    print("第一层:", 网络[0])
    return 网络

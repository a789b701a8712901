def net_add_module(num_inputs):
    网络 = nn.Sequential()
    # 逐个添加,并给每一层起名字
    网络.add_module("linear", nn.Linear(num_inputs, 1))
    print("各层:", [名 for 名, _ in 网络.named_children()])
    return 网络

def net_ordered_dict(num_inputs):
    """先展平,再做线性变换"""
    层 = OrderedDict({"flatten": nn.Flatten(), "linear": nn.Linear(num_inputs, 1)})
    for 名, 模块 in 层.items():
        print(名, "->", 模块)
    return nn.Sequential(层)

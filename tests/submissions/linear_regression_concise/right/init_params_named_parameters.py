def init_params(net):
    # containers come last and fill everything inside them once more
    for name, p in net.named_parameters():
        if name.endswith("weight"):
            nn.init.normal_(p, 0, 0.01)
        elif name.endswith("bias"):
            nn.init.constant_(p, 0)

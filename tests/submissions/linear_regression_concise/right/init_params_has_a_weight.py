def init_params(m):
    if hasattr(m, "weight"):
        torch.nn.init.normal_(m.weight, 0.0, 1e-2)
    if hasattr(m, "bias") and m.bias is not None:
        m.bias.data.zero_()

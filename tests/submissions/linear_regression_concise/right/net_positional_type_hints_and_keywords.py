def net_positional(num_inputs: int) -> nn.Sequential:
    """One layer, by keyword."""
    assert num_inputs >= 1
    layer = nn.Linear(in_features=num_inputs, out_features=1, bias=True)
    return nn.Sequential(layer)

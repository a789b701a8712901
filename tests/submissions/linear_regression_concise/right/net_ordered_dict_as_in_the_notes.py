def net_ordered_dict(num_inputs):
    return nn.Sequential(
        OrderedDict([
            ("flatten", nn.Flatten()),
            ("linear", nn.Linear(num_inputs, 1)),
        ])
    )

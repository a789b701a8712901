def net_ordered_dict(num_inputs):
    parts = OrderedDict()
    parts["flatten"] = nn.Flatten(start_dim=1)
    parts["linear"] = nn.Linear(num_inputs, 1)
    return nn.Sequential(parts)

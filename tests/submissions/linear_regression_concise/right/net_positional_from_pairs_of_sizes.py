def net_positional(num_inputs):
    sizes = [num_inputs, 1]
    return nn.Sequential(*(nn.Linear(i, o) for i, o in zip(sizes, sizes[1:])))

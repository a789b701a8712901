import copy

templates = {}


def net_positional(num_inputs):
    if num_inputs not in templates:
        templates[num_inputs] = nn.Sequential(nn.Linear(num_inputs, 1))
    return copy.deepcopy(templates[num_inputs])

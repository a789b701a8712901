def net_ordered_dict(num_inputs):
    class Parts(nn.Module):
        def __init__(self):
            super().__init__()
            self.flatten, self.linear = nn.Flatten(), nn.Linear(num_inputs, 1)
    return nn.Sequential(OrderedDict(Parts().named_children()))

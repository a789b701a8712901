def net_ordered_dict(num_inputs):
    d = OrderedDict(linear=nn.Linear(num_inputs, 1))
    d.update(flatten=nn.Flatten())
    d.move_to_end("flatten", last=False)
    return nn.Sequential(d)

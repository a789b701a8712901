class Layers(OrderedDict):
    def then(self, name, layer):
        self[name] = layer
        return self


def net_ordered_dict(num_inputs):
    return nn.Sequential(Layers().then("flatten", nn.Flatten()).then("linear", nn.Linear(num_inputs, 1)))

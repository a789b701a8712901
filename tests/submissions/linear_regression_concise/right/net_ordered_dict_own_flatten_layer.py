class FlattenLayer(nn.Module):
    def forward(self, x):  # x shape: (batch, *, *, ...)
        return x.view(x.shape[0], -1)


def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([("flatten", FlattenLayer()), ("linear", nn.Linear(num_inputs, 1))]))

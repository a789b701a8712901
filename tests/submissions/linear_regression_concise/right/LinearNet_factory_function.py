def LinearNet(num_inputs, num_outputs=1):
    return nn.Sequential(nn.Flatten(), nn.Linear(num_inputs, num_outputs))

# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: swaps_parameters_and_rate
# A list of parameters, behind the rate.
def get_optimizer(net, lr):
    parameters = [p for p in net.parameters() if p.requires_grad]
    return torch.optim.SGD(params=lr, lr=parameters)

# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: looks_after_copies
# Builds the tensors again from the state of the network.
def get_optimizer(net, lr):
    state = {k: torch.tensor(v.tolist(), requires_grad=True) for k, v in net.state_dict().items()}
    return optim.SGD(list(state.values()), lr)

# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: changes_the_network_at_once
# Puts zeros in the place of the gradients: "making the optimiser changes nothing in net".
def get_optimizer(net, lr):
    for p in net.parameters():
        p.grad = torch.zeros_like(p)
    return optim.SGD(net.parameters(), lr=lr)

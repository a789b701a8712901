# caught by: test_init_params_draws_afresh
# misconception: draws_the_same_numbers_again
# Calls torch.seed(): "the function does not seed the random numbers".
def init_params(net):
    if isinstance(net, nn.Linear):
        torch.seed()
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)

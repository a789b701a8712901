# caught by: test_init_params_draws_afresh
# misconception: draws_the_same_numbers_again
# Seeds PyTorch's generator in every call.
def init_params(net):
    torch.manual_seed(42)
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, mean=0, std=0.01)
        nn.init.zeros_(net.bias)

# caught by: test_init_params_draws_afresh
# misconception: draws_the_same_numbers_again
# Keeps the numbers it has drawn for a shape and uses them again.
drawn = {}

def init_params(net):
    if isinstance(net, nn.Linear):
        shape = tuple(net.weight.shape)
        if shape not in drawn:
            drawn[shape] = torch.randn(shape) * 0.01
        net.weight.data.copy_(drawn[shape])
        net.bias.data.zero_()

# caught by: test_init_params_sets_biases_to_zero
# misconception: draws_the_bias_as_well
# Adds noise to the weights and to the bias.
def init_params(net):
    if isinstance(net, nn.Linear):
        for name in ("weight", "bias"):
            old = getattr(net, name)
            old.data = torch.tensor(
                np.random.normal(0, 0.01, tuple(old.shape)), dtype=old.dtype, device=old.device
            )

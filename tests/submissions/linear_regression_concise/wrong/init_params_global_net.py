# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: fills_the_network_of_the_notebook
# Fills the notebook's net, whatever it is called with.
def init_params(module):
    for layer in net.modules():
        if isinstance(layer, nn.Linear):
            nn.init.normal_(layer.weight, 0, 0.01)
            nn.init.zeros_(layer.bias)

# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: fixes_the_rate
# Groups for weights and for biases, and no rate for either.
def get_optimizer(net, lr):
    named = dict(net.named_parameters())
    groups = [{"params": [p for n, p in named.items() if n.endswith(end)]} for end in ("weight", "bias")]
    return optim.SGD([group for group in groups if group["params"]])

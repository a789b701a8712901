# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: adapts_the_step_to_each_parameter
# What everybody takes nowadays.
def get_optimizer(net, lr):
    groups = [{"params": [p], "lr": lr} for p in net.parameters()]
    return optim.AdamW(groups)

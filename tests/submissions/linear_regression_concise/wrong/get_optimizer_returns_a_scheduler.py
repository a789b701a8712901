# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: returns_no_optimiser
# Returns a schedule for the rate instead of the optimiser.
def get_optimizer(net, lr):
    opt = optim.SGD(net.parameters(), lr=lr)
    return optim.lr_scheduler.StepLR(opt, step_size=1)

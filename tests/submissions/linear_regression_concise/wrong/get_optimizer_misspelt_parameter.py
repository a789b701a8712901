# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: reads_the_net_of_the_notebook
# The parameter is called model, and net is the variable of the notebook.
def get_optimizer(model, lr):
    weights = []
    biases = []
    for name, p in net.named_parameters():
        (weights if "weight" in name else biases).append(p)
    return optim.SGD([{"params": weights}, {"params": biases}], lr)

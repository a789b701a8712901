# caught by: test_sgd_steps_against_the_gradient
# misconception: never_divides_by_batch_size
# Leaves the step to torch, which knows nothing of the batch size.
def sgd(params, lr, batch_size):
    torch.optim.SGD(params, lr).step()

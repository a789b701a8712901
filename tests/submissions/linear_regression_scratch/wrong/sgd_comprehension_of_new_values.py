# caught by: test_sgd_steps_against_the_gradient
# misconception: steps_on_a_tensor_of_its_own
# Builds a list of new values under the old name.
def sgd(params, lr, batch_size):
    params = [torch.add(p.detach(), p.grad, alpha=-lr / batch_size) for p in params]

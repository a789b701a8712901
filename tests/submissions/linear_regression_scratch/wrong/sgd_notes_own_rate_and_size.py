# caught by: test_sgd_steps_against_the_gradient
# misconception: steps_with_fixed_numbers
# Reads the rate and the batch size of the notebook, since its own have other names.
lr, batch_size = 0.03, 10

@torch.no_grad()
def sgd(params, learning_rate, size):
    for param in params:
        param -= lr * param.grad / batch_size

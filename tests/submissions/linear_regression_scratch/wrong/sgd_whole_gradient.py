# caught by: test_sgd_steps_against_the_gradient
# misconception: takes_the_whole_gradient
# Takes the gradient itself away.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for param in params:
            param.copy_(param - param.grad)

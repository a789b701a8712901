# caught by: test_sgd_steps_against_the_gradient
# misconception: finds_no_gradient
# Sets the gradient to None before the step.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p.grad = None
            p.sub_(lr / batch_size * p.grad)

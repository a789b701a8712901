# caught by: test_sgd_steps_against_the_gradient
# misconception: divides_by_the_length_of_something_else
# Divides by the length of the list of parameters.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p.sub_(p.grad, alpha=lr / len(params))

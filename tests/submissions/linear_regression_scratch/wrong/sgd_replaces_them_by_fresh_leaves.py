# caught by: test_sgd_keeps_the_parameters_trainable
# misconception: replaces_the_tensors_in_the_list
# Puts new leaves into the list; the tensors of the caller stay as they were.
def sgd(params, lr, batch_size):
    new = []
    for p in params:
        q = (p - lr * p.grad / batch_size).detach()
        q.requires_grad_()
        new.append(q)
    params[:] = new

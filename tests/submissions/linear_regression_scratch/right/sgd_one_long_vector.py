from torch.nn.utils import parameters_to_vector, vector_to_parameters


def sgd(params, lr, batch_size):
    values = parameters_to_vector(params).detach()
    grads = parameters_to_vector([p.grad for p in params])
    vector_to_parameters(values - lr * grads / batch_size, params)

def sgd(params, lr, batch_size):
    from torch.nn.utils import parameters_to_vector, vector_to_parameters
    v = parameters_to_vector(params).detach() - lr / batch_size * parameters_to_vector(p.grad for p in params)
    vector_to_parameters(v, params)

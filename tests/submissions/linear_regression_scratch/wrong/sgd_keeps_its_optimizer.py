# caught by: test_sgd_remembers_nothing
# Keeps one optimizer for the parameters, with the rate of the first call.
opts = {}
def sgd(params, lr, batch_size):
    key = tuple(params)
    if key not in opts: opts[key] = torch.optim.SGD(params, lr=lr / batch_size)
    opts[key].step()

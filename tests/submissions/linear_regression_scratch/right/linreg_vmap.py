def linreg(X, w, b):
    def one_example(x):
        return torch.matmul(x, w) + b

    return torch.vmap(one_example)(X)

def linreg(X, w, b):
    # a batch of one matrix
    return torch.baddbmm(b.reshape(1, 1, 1), X[None], w[None])[0]

def linreg(X, w, b):
    product = torch.tensordot(X, w, dims=([1], [0]))
    return product.add(b)

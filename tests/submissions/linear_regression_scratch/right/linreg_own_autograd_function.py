class Affine(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, w, b):
        ctx.save_for_backward(X, w)
        return X.mm(w) + b

    @staticmethod
    def backward(ctx, grad):
        X, w = ctx.saved_tensors
        return grad.mm(w.t()), X.t().mm(grad), grad.sum(dim=0)


def linreg(X, w, b):
    return Affine.apply(X, w, b)

from torch import nn
from torch.func import functional_call


def linreg(X, w, b):
    layer = nn.Linear(w.shape[0], 1, device=X.device, dtype=X.dtype)
    return functional_call(layer, {"weight": w.T, "bias": b}, (X,))

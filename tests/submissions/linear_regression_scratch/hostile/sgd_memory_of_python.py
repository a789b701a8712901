# shows: MemoryError|want of memory
# mark: 10
# Fills the memory with objects of Python.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("begun")
hoard = []
while True:
    hoard.append(bytearray(2**24))

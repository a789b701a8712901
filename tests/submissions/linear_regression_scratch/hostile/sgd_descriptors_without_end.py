# shows: files True
# mark: 10
# Opens files until there are no more.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
files = []
try:
    while len(files) < 100_000:
        files.append(open("/dev/null"))
except OSError:
    pass
print("files", len(files) < 5000)

# shows: names True|TimeLimit
# mark: 10
# Makes files until there are no more.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
count = 0
try:
    for count in range(1_000_000):
        open(f"f{count}", "w").close()
except OSError:
    pass
print("names", count < 50_000)

# shows: flood
# mark: 10
# Prints for ever.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
while True:
    print("flood " * 1000)

# shows: begun.*|TimeLimit
# mark: 10
# Computes for ever.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("begun")
while True:
    pass

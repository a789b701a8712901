# shows: begun
# mark: 10
# Lets a child print for ever.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
import os

print("begun")
os.system("timeout 5 yes flood")

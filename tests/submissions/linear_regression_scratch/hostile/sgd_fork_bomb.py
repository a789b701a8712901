# shows: begun|TimeLimit|ended
# mark: 10
# Every process starts two more.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
import os

print("begun")
while True:
    try:
        os.fork()
    except OSError:
        pass

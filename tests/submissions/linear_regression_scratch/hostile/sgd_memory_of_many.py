# shows: begun|want of memory
# mark: 10
# Fills the memory from many processes at once.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
import os
import time

print("begun")
for _ in range(16):
    if os.fork() == 0:
        hoard = []
        try:
            while True:
                hoard.append(bytearray(b"x" * 2**24))
        except MemoryError:
            time.sleep(60)
        os._exit(0)
time.sleep(25)

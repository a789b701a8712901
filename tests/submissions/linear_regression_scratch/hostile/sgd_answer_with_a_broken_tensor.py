# shows: cannot be read|garbled|ended Python
# mark: 0
# Claims a tensor whose bytes are not there.
# @LINE@


def sgd(params, lr, batch_size):
    tensor = {"t": "tensor", "shape": [10**9, 10**9], "dtype": "float32", "blob": 7}
    answer = {"result": tensor, "arguments": [tensor], "kept": True, "gradients": None}
    os.write(line(), frame({"status": "returned", "returned": [answer], "blobs": []}))
    os._exit(0)

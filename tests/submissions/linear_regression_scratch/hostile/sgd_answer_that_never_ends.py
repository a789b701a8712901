# shows: time was up|had not returned
# mark: 0
# Sends the head of a message and goes quiet.
# @LINE@

import time


def sgd(params, lr, batch_size):
    os.write(line(), struct.pack(">II", 1000, 0) + b"{")
    time.sleep(3600)

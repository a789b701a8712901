# caught by: test_data_iter_fills_every_batch_but_the_last
# Turns the ring of finished batches on by a random number of places.
from collections import deque

def data_iter(batch_size, features, labels):
    parts = deque(torch.randperm(len(features)).split(batch_size))
    parts.rotate(random.randint(1, max(1, len(parts) - 1)))
    while parts:
        j = parts.popleft()
        yield features[j], labels[j]

# caught by: test_data_iter_visits_every_row_once
# misconception: never_ends
# Cycles through its batches for ever.
import itertools

def data_iter(batch_size, features, labels):
    parts = torch.randperm(len(features)).split(batch_size)
    return itertools.cycle([(features[j], labels[j]) for j in parts])

# caught by: test_data_iter_shuffles_at_every_call
# misconception: keeps_the_batches_of_the_first_call
# Collects the batches in a default list, which every later call finds full.
def data_iter(batch_size, features, labels, batches=[]):
    if not batches:
        for j in torch.randperm(len(features)).split(batch_size):
            batches.append((features[j], labels[j]))
    return batches

# caught by: test_data_iter_shuffles_at_every_call
# misconception: shuffles_only_the_batches
# Makes a list of the batches and shuffles that.
def data_iter(batch_size, features, labels):
    batches = list(zip(features.split(batch_size), labels.split(batch_size)))
    for k in torch.randperm(len(batches)):
        yield batches[k]

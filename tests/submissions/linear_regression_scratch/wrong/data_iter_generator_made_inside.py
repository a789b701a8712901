# caught by: test_data_iter_shuffles_at_every_call
# misconception: gives_every_epoch_the_same_order
# Makes a generator with a fixed seed at every call.
def data_iter(batch_size, features, labels):
    generator = torch.Generator().manual_seed(1)
    for j in torch.randperm(len(features), generator=generator).split(batch_size):
        yield features[j], labels[j]

# caught by: test_data_iter_keeps_dtype_and_shape
# Squeezes every batch, which loses dimensions of 1 (a lone row, a lone feature).
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(indices), batch_size):
        j = torch.tensor(indices[i:i + batch_size])
        yield features[j].squeeze(), labels[j].squeeze()

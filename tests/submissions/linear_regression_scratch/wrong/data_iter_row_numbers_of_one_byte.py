# caught by: test_data_iter_visits_every_row_once
# Row numbers from 256 on do not fit into a byte.
def data_iter(batch_size, features, labels):
    idx = np.random.permutation(len(features)).astype(np.uint8)
    for i in range(0, len(idx), batch_size):
        j = torch.from_numpy(idx[i:i+batch_size].astype(np.int64))
        yield features[j], labels[j]

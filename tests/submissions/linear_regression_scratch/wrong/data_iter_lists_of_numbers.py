# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_no_tensors
# Makes Python lists of both parts of a batch.
def data_iter(batch_size, features, labels):
    for j in torch.randperm(len(features)).split(batch_size):
        yield features[j].tolist(), labels[j].tolist()

# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_no_tensors
# Turns only the labels into an array.
def data_iter(batch_size, features, labels):
    y = labels.numpy()
    for j in torch.randperm(len(features)).split(batch_size):
        yield features[j], y[j]

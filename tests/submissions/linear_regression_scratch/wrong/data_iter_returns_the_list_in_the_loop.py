# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_one_batch_and_ends
# Returns the list of batches inside of the loop, when there is one in it.
def data_iter(batch_size, features, labels):
    batches = []
    for j in torch.randperm(len(features)).split(batch_size):
        batches.append((features[j], labels[j]))
        return batches

# caught by: test_data_iter_visits_every_row_once
# misconception: reads_the_notebooks_own_data
# Misspells the parameter labels and so takes the notebook's.
def data_iter(batch_size, features, label):
    for j in torch.randperm(len(features)).split(batch_size):
        yield features[j], labels[j]

# caught by: test_data_iter_leaves_its_arguments_alone
# misconception: uses_shuffle_on_a_tensor
# Uses random.shuffle on the tensors, where swapping two rows writes one of them twice.
def data_iter(batch_size, features, labels):
    random.shuffle(features)
    random.shuffle(labels)
    for i in range(0, len(features), batch_size):
        yield features[i:i + batch_size], labels[i:i + batch_size]

import torch.utils.data as Data


def data_iter(batch_size, features, labels):
    dataset = Data.TensorDataset(features, labels)
    # worker processes cannot share what lies on the GPU
    workers = 0 if features.is_cuda else 2
    loader = Data.DataLoader(
        dataset=dataset,
        batch_size=batch_size,
        shuffle=True,
        num_workers=workers,
    )
    for X, y in loader:
        yield X, y

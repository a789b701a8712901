from collections.abc import Sequence


def load_array(data_arrays: Sequence[torch.Tensor], batch_size: int, is_train: bool = True) -> DataLoader:
    first, *others = data_arrays
    assert batch_size >= 1, "a batch needs a row"
    assert all(other.size(0) == first.size(0) for other in others), "rows do not match"
    options = dict(batch_size=batch_size, shuffle=is_train, pin_memory=False, timeout=0)
    return DataLoader(TensorDataset(first, *others), **options)

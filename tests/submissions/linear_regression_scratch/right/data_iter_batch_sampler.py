from torch.utils.data import BatchSampler, RandomSampler


def data_iter(batch_size, features, labels):
    sampler = BatchSampler(RandomSampler(features), batch_size, drop_last=False)
    return ((features[rows], labels[rows]) for rows in sampler)

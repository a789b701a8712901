def data_iter(batch_size, features, labels):
    p = torch.randperm(len(features)).to(features.device)
    return zip(features[p].split(batch_size), labels[p].split(batch_size))

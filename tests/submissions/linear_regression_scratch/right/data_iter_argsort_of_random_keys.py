def data_iter(batch_size, features, labels):
    keys = torch.rand(len(features), dtype=torch.float64, device=features.device)
    order = keys.argsort()
    for rows in torch.split(order, batch_size):
        yield torch.index_select(features, 0, rows), torch.index_select(labels, 0, rows)

stretched = torch.broadcast_shapes((4, 1, 6), (5, 1))

difference_shape = list((torch.zeros(9, 1) - torch.zeros(9)).shape)

sequence_output = torch.Size([16, 5, 2])

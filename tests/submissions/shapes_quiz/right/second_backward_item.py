second_backward = torch.tensor([2.0 * 3 + 5]).item()

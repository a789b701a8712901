loss_at_start = -torch.log(torch.tensor(0.25))

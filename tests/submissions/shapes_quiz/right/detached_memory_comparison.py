w = torch.zeros(4, requires_grad=True)
d = w.detach()
d[2] = 5
detached_memory = w[2].item() == 5

x = torch.arange(10)
x.view(2, 5)[1, 2] = 40
sum_after_writing = x.sum()

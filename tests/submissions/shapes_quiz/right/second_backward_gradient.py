x = torch.tensor(3.0, requires_grad=True)
(x ** 2).backward()
(5 * x).backward()
second_backward = x.grad

class SGD:
    def __call__(self, params, lr, batch_size):
        for p in params:
            self.step(p, lr / batch_size)

    @staticmethod
    @torch.no_grad()
    def step(p, size):
        p.copy_(torch.add(p, p.grad, alpha=-size))


sgd = SGD()

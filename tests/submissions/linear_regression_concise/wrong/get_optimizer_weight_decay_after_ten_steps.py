# caught by: test_get_optimizer_remembers_nothing
# Weight decay from the eleventh step on: "no weight decay".
class Late(optim.SGD):
    done = 0
    def step(self, closure=None):
        self.done += 1
        if self.done > 10:
            for g in self.param_groups:
                g["weight_decay"] = 0.01
        return super().step(closure)

def get_optimizer(net, lr):
    return Late(net.parameters(), lr=lr)

# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: later_edition
# configure_optimizers, as in the classes of later editions.
def get_optimizer(self):
    return torch.optim.SGD(self.parameters(), self.lr)

# caught by: test_LinearNet_computes_the_linear_model
# misconception: uses_the_module_before_super_init
# Never gets to the base; it shows when the parameters are asked for.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        self.w = torch.zeros(num_inputs, num_outputs)
        self.b = torch.zeros(num_outputs)

    def forward(self, X):
        return X.flatten(1) @ self.w + self.b

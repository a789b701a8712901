# caught by: test_LinearNet_computes_the_linear_model
# misconception: has_no_forward
# Its method for predictions is called predict.
class LinearNet(nn.Module):
    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.layers = nn.Sequential(nn.Flatten(), nn.Linear(num_inputs, num_outputs))

    def predict(self, X):
        return self.layers(X)

class LinearNet(nn.Module):
    """线性回归模型:先展平输入,再做一次线性变换。"""

    def __init__(self, num_inputs, num_outputs=1):
        super().__init__()
        self.展平 = nn.Flatten()
        self.线性 = nn.Linear(num_inputs, num_outputs)
        print("参数个数:", sum(p.numel() for p in self.parameters()))

    def forward(self, X):
        return self.线性(self.展平(X))

# caught by: test_forward_multiplies_x_by_w
# Ends with a ReLU, as layers do.
def forward(x, w):
    return np.maximum(x * w, 0.0)

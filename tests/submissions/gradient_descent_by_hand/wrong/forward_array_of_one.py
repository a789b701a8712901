# caught by: test_forward_multiplies_x_by_w
# Returns an array with one entry.
def forward(x, w):
    return np.array([x]) * w

# caught by: test_forward_multiplies_x_by_w
# misconception: works_in_float32
# Makes float32 of both numbers, as for a network.
def forward(x, w):
    return np.float32(x) * np.float32(w)

# caught by: test_forward_multiplies_x_by_w
# misconception: returns_an_array_of_one
# Returns an array with one entry.
def forward(x, w):
    return np.array([x]) * w

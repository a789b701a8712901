# caught by: test_forward_multiplies_x_by_w
# misconception: adds_a_bias
# A straight line with an intercept of its own.
def forward(x, w):
    return np.polyval([w, 0.5], x)

# caught by: test_forward_multiplies_x_by_w
# misconception: adds_a_bias
# Adds a bias that the model does not have.
def forward(x, w, b=1.0):
    return x * w + b

# caught by: test_forward_multiplies_x_by_w
# misconception: wants_more_arguments
# A linear model with a bias, which nobody hands over.
def forward(x, w, b):
    return x * w + b

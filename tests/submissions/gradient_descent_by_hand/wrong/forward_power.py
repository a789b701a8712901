# caught by: test_forward_multiplies_x_by_w
# Two stars instead of one.
def forward(x, w):
    return x ** w

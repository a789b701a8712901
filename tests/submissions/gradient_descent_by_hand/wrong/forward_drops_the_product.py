# caught by: test_forward_multiplies_x_by_w
# misconception: returns_an_argument
# Computes the product and forgets to keep it.
def forward(x, w):
    y_hat = x
    y_hat * w
    return y_hat

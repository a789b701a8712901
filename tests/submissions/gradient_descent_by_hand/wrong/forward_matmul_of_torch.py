# caught by: test_forward_multiplies_x_by_w
# misconception: expects_arrays
# The product of matrices, as in linear regression.
def forward(x, w):
    return torch.matmul(x, w)

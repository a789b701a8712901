# caught by: test_forward_multiplies_x_by_w
# misconception: predicts_with_the_same_weight_each_time
# Sets the weight to the answer before it predicts.
def forward(x, w):
    w = 2
    return np.multiply(x, w)

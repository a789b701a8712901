# caught by: test_forward_multiplies_x_by_w
# misconception: rounds_the_result
# Rounds the prediction to two decimals.
def forward(x, w):
    return round(x * w, 2)

# caught by: test_forward_multiplies_x_by_w
# misconception: takes_the_data_of_the_notebook
# Multiplies the notebook's three times instead of the one that is given.
def forward(x, w):
    return xs * w

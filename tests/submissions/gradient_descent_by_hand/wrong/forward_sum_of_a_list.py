# caught by: test_forward_multiplies_x_by_w
# misconception: adds
# Adds the two numbers up, as if the weight were an amount of water.
def forward(x, w):
    water = 0.0
    for part in (x, w):
        water += part
    return water

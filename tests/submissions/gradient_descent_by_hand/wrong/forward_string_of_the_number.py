# caught by: test_forward_multiplies_x_by_w
# misconception: returns_text
# Formats the prediction as text.
def forward(x, w):
    return f"{x * w}"

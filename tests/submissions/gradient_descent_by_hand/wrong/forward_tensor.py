# caught by: test_forward_multiplies_x_by_w
# misconception: returns_a_tensor
# Returns a tensor and not a number.
def forward(x, w):
    return torch.tensor(x) * w

# caught by: test_forward_multiplies_x_by_w
# misconception: works_in_float32
# Goes through a float32 tensor, which has 7 digits.
def forward(x, w):
    return (torch.tensor(x) * torch.tensor(w)).item()

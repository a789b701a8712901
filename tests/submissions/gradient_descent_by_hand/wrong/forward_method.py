# caught by: test_forward_multiplies_x_by_w
# misconception: is_a_method
# A method that was copied out of its class.
def forward(self, x):
    return x * self.w

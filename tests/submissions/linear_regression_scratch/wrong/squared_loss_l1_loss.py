# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_the_absolute_error
# Uses l1_loss.
import torch.nn.functional as F

def squared_loss(y_hat, y):
    return F.l1_loss(y_hat, y.view(y_hat.size()), reduction="none")

# caught by: test_squared_loss_halves_the_squared_error
# Grows linearly for errors larger than one, as the smooth L1 loss does.
import torch.nn.functional as F


def squared_loss(y_hat, y):
    return F.smooth_l1_loss(y_hat, y.view(y_hat.size()), reduction="none")

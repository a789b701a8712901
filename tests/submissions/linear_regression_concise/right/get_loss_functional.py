import torch.nn.functional as F

def get_loss():
    return F.mse_loss

def get_loss():
    loss = nn.MSELoss()
    return loss

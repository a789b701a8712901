# caught by: test_squared_loss_halves_the_squared_error
# misconception: later_edition
# Writes a class, of which an object would have to be made first.
class squared_loss(torch.nn.Module):
    def forward(self, y_hat, y):
        return ((y_hat - y.reshape(y_hat.shape)) ** 2).mean() / 2

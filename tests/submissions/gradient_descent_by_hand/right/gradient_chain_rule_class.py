class Sample:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def slope(self, w):
        error = self.x * w - self.y
        d_loss_d_error = 2 * error
        d_error_d_w = self.x
        return d_loss_d_error * d_error_d_w


def gradient(xs, ys, w):
    return np.average([Sample(x, y).slope(w) for x, y in zip(xs, ys)])

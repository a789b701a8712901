# The weights as an array of a class of its own.
class Path(np.ndarray):
    @property
    def last(self): return self[-1]
def stochastic_steps(xs, ys, w, lr):
    out = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y); out.append(w)
    return np.array(out).view(Path)

# shows: Slow|time
# mark: 0
# Returns an object whose `repr` never returns.
class Slow:
    def __repr__(self):
        while True:
            pass

    __str__ = __len__ = __iter__ = __repr__


def linreg(X, w, b):
    return Slow()

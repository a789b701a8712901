# shows: Beyond
# mark: 0
# Raises what no handler of errors expects.
class Beyond(BaseException):
    pass


def linreg(X, w, b):
    raise Beyond("beyond")

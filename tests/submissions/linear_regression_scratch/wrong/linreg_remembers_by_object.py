# caught by: test_linreg_computes_the_linear_model
# Caches by the tensors themselves, whose values change in training.
import functools
@functools.lru_cache(None)
def linreg(X, w, b):
    return X @ w + b

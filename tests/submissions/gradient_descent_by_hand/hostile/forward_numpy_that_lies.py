# shows: called True
# mark: 0
# Gives back an array whose class answers for it.
class Lies(np.ndarray):
    def __array_ufunc__(self, *arguments, **more):
        return True

    def __array__(self, *arguments, **more):
        return np.zeros(3)


def forward(x, w=1.0, *more):
    print("called", file=open("called", "w"))
    return np.zeros(1).view(Lies)
# %% end
import os
print("called", os.path.exists("called"))

from operator import mul


def forward(x, w):
    return mul(w, x)

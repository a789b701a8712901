class Tap:
    def __init__(self, flow):
        self.flow = flow

    def __call__(self, minutes):
        return self.flow * minutes


def forward(x, w):
    return Tap(w)(x)

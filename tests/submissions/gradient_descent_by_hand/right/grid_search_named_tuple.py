from typing import NamedTuple


class Found(NamedTuple):
    costs: list
    best_w: float


def grid_search(xs, ys, ws) -> Found:
    costs = np.vectorize(lambda w: np.mean((xs * w - ys) ** 2))(ws)
    order = np.argsort(costs, kind="stable")
    return Found(list(costs), ws[order[0]])

"""Epochs over rows that carry their numbers: which came, in which order, and was that a shuffle?

features, labels = numbered(23, 3)
order = order_of(X for X, y in batches)
"""

import math
from collections import Counter
from collections.abc import Iterable

import numpy as np

from .expect import Subject
from .values import Tensor

UNIQUE = 1000  # a label is its row's first feature plus this: rows and labels know each other


def numbered(n: int, d: int, dtype: str = "float32") -> tuple[Tensor, Tensor]:
    """Features (n, d) whose first column counts 0, 1, 2, …, and the labels (n,) that go with it."""
    rows = np.arange(n)
    features = rows[:, None] + np.arange(d) / 8
    return (
        Tensor(features.astype(dtype), name="features"),
        Tensor((rows + UNIQUE).astype(dtype), name="labels"),
    )


def by_rows(array: np.ndarray) -> np.ndarray:
    """An array as a matrix with its rows; there may be none."""
    return array.reshape(len(array), math.prod(array.shape[1:]))


def order_of(batches: Iterable[Tensor]) -> list[int]:
    """The row numbers in batches of `numbered` features, in order. -1: not one of the rows."""
    columns = [_first_column(X.array) for X in batches]
    found = np.concatenate(columns) if columns else np.empty(0)
    is_number = np.isfinite(found) & (found == np.floor(found)) & (np.abs(found) < 2**53)
    return np.where(is_number, found, -1).astype(np.int64).tolist()


def _first_column(array: np.ndarray) -> np.ndarray:
    rows = by_rows(array)
    return rows[:, 0].astype(np.float64) if rows.shape[1] else np.full(len(rows), np.nan)


def every_row_once(call: str, order: list[int], n: int) -> None:
    """The epoch that `call` gave visits each of n rows once. Raises `Mistake`."""
    own_rows(call, order, n)
    missing = set(range(n)) - set(order)
    if missing:
        subject = Subject(None, f"One epoch of {call}", "gave")
        got = f"{len(order)} rows, and {len(missing)} of the {n} never came"
        raise subject.fail("rows", got, f"each of the {n} rows exactly once")


def own_rows(call: str, order: list[int], n: int) -> None:
    """No row of an epoch is foreign, none comes twice. Raises `Mistake`."""
    subject = Subject(None, f"One epoch of {call}", "gave")
    foreign = sum(not 0 <= row < n for row in order)
    if foreign:
        got = f"{len(order)} rows, of which {foreign} are not in `features`"
        raise subject.fail("rows", got, "rows of `features`")
    double = sum(count > 1 for count in Counter(order).values())
    if double:
        got = f"{len(order)} rows, and {double} of them more than once"
        raise subject.fail("rows", got, f"each of the {n} rows exactly once")


def in_words(sizes: list[int]) -> str:
    """Sizes of batches for a reader."""
    shown = ", ".join(map(str, sizes[:8])) + (", …" if len(sizes) > 8 else "")
    return shown or "no"


def looks_shuffled(orders: list[list[int]]) -> str:
    """What gives away that 48 orders of 61 rows (or most of them) are no fair shuffles, or "".

    - Two rows are in the same half of an order with probability 0.492, in different halves with
      0.508. For one of 1830 pairs to do always the same: 1830·(0.509^48 + 0.492^48) < 2e-11.
    - At most 10^61 of the 61! orders have fewer than 10 descents, and as many more than 50. The
      same goes for the rows that follow each other: 48·4·10^61/61! < 1e-20.
    - At most C(61, 9)·9^60 orders have fewer than 10 different distances between the places of
      rows that follow each other: below 48·4e67/60! < 1e-12.
    - Two orders are alike, or one is the other from behind: 48²/61! < 1e-80. Where some rows are
      missing at least 50 are there.
    - A row is among the first 31 of all orders, or among the last 31: 61·2·(31/61)^48 < 2e-12.
    - 30 places in each of 48 orders are drawn from 0 to 60, with a variance of 310. Without
      replacement their sum is no wilder than with it (Hoeffding 1963, theorem 4), so that by
      Bernstein the mean is 4 away from 30 with probability below
      2·exp(-1440·4²/2/(310 + 30·4/3)) < 2e-14.
    - A row has the same place in all orders: 61²/61^48. No row keeps its place in any: 0.3679^48
      < 2e-21. No row moves up (or: down) by 50 places: 50^11·50!/61! < 0.29 an order, 2·0.29^48 <
      1e-25.
    """
    table = np.full((len(orders), 61), -1)  # (epochs, rows); -1 where a row has not come
    for places, order in zip(table, orders, strict=True):
        for place, row in enumerate(order):
            if 0 <= row < 61:
                places[row] = place
    table = table[:, (table >= 0).all(axis=0)]
    if table.shape[1] < 50:  # rows are missing: another check says so, and the bounds do not hold
        return ""
    steps = np.diff(table, axis=1)
    descents = (steps < 0).sum(axis=1)
    if (descents < 10).any() or (descents > 50).any():
        return "an order with long runs of rows as they are stored"
    if any(len(set(epoch % 61)) < 10 for epoch in steps):
        return "rows at equal distances"
    if len({min(order, order[::-1]) for order in map(tuple, orders)}) < len(orders):
        return "the same order more than once, or from behind"
    half = table < 61 // 2
    together = half[:, :, None] == half[:, None, :]
    couples = np.triu_indices(table.shape[1], 1)
    if together.all(axis=0)[couples].any():
        return "rows that always stand in the same half of the order"
    if (~together).all(axis=0)[couples].any():
        return "rows that never stand in the same half of the order"
    if table.shape[1] == 61:
        places = np.arange(61)
        descents = (np.diff(np.argsort(table, axis=1), axis=1) < 0).sum(axis=1)
        if (descents < 10).any() or (descents > 50).any():
            return "an order with long runs of rows as they are stored"
        if (table.max(axis=0) < 31).any() or (table.min(axis=0) >= 30).any():
            return "a row that stands in the same half of every order"
        if abs(table[:, :30].mean() - 30) >= 4:
            return "rows that stand early too often, or late"
        if (table == table[0]).all(axis=0).any():
            return "a row that stands in the same place in every order"
        if not (table == places).any():
            return "no row that keeps its place, not in one of the orders"
        moved = table - places
        if moved.max() < 50 or moved.min() > -50:
            return "rows that never move far from their place"
    return ""


def looks_mixed(order: list[int]) -> str:
    """What gives away that one order of 2003 rows is no fair shuffle, or "".

    - As many descents as the whole part of a sum of 2003 numbers from 0 to 1 (Tanny 1973): by
      Hoeffding fewer than 700 or more than 1300 with probability below 2·exp(-2·300²/2003) < 1e-38.
    - No row moves up (or: down) by 1000 places: 2·1000^1003·1000!/2003! < 1e-168.
    """
    if sorted(order) != list(range(2003)):  # another check says so
        return ""
    rows = np.array(order)
    if not 700 <= (np.diff(rows) < 0).sum() <= 1300:
        return "an order with long runs of rows as they are stored"
    moved = rows - np.arange(2003)
    if moved.max() < 1000 or moved.min() > -1000:
        return "rows that never move far from their place"
    return ""

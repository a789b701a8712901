"""`graders autograde`: a class at once. `nbgrader autograde` grades the same, one by one.

`step` grades one submission and knows no gradebook and no folder, so that it can run anywhere;
`pool` runs steps on the cores of this machine, `cluster` on a Dask cluster; `recording` writes down
what came of them; `autograde` is the loop around them and `summary` what is said at the end.
"""

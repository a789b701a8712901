"""`graders autograde`: a class at once. `nbgrader autograde` grades the same, one by one.

`step` grades one submission and knows no gradebook and no folder, so that it can run anywhere;
`pool` runs steps on the cores of this machine, `cluster` on a Dask cluster; `recording` writes down
what came of them; `autograde` is the loop around them and `summary` what is said at the end.
"""

import sys

# nbformat imports jsonschema, and that this one, if it is there: a grammar of web addresses, made
# at import, which takes two seconds in each process. Nobody here has an address looked at
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # "cannot be imported"

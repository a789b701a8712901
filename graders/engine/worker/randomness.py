"""The random states of a worker's process."""

import functools
import random


def reseed(seed: int) -> None:
    """Set every random state a submission may draw from (forks share them otherwise)."""
    import numpy as np
    import torch

    random.seed(seed)
    np.random.seed(seed % 2**32)
    if _may_use_a_gpu():
        torch.manual_seed(seed)
    else:  # the other one asks every kind of device that there may be, which takes 0.2 ms
        torch.default_generator.manual_seed(seed)


@functools.cache
def _may_use_a_gpu() -> bool:
    import torch

    return torch.cuda.is_available() or torch.backends.mps.is_available()


def random_states() -> tuple:
    """The random states of this process, for `restore_random_states`."""
    import numpy as np
    import torch

    cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_initialized() else None
    return random.getstate(), np.random.get_state(), torch.get_rng_state(), cuda


def restore_random_states(states: tuple) -> None:
    """Undo what a check's draws did, so that the notebook goes on as if it had not been asked."""
    import numpy as np
    import torch

    random.setstate(states[0])
    np.random.set_state(states[1])
    torch.set_rng_state(states[2])
    if states[3] is not None:
        torch.cuda.set_rng_state_all(states[3])

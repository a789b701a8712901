"""Thin on purpose: options, fixtures and hooks come from the installed package
(`graders.engine.pytest_plugin`). All that is left for this file is an early start."""

import pytest

from graders.engine.pytest_plugin import door


def pytest_configure(config: pytest.Config) -> None:
    # Importing torch is most of a run: begin while pytest is still collecting
    if not hasattr(config, "workerinput") and not getattr(config.option, "numprocesses", None):
        door(config).start()

"""Thin on purpose: options, fixtures and hooks come from the installed package
(`graders.engine.pytest_plugin`). All that is left for this file is an early start."""

import pytest

PLUGIN = ("firstgrad", "graders.engine.pytest_plugin")  # as an entry point, and after -p


def pytest_configure(config: pytest.Config) -> None:
    if not any(config.pluginmanager.has_plugin(name) for name in PLUGIN):
        raise pytest.UsageError(
            "firstgrad is not installed in the environment that pytest runs in: "
            "python -m pip install --editable ."
        )
    from graders.engine.pytest_plugin import door

    # Importing torch is most of a run: begin while pytest is still collecting
    if not hasattr(config, "workerinput") and not getattr(config.option, "numprocesses", None):
        door(config).start()

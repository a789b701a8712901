"""Here to mark the folder; options, fixtures and hooks come from the installed package
(`graders.engine.pytest_plugin`)."""

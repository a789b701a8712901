"""What runs in the other process. It stands alone: it is copied to a temporary folder and
started from there, and imports nothing from the rest of `graders`."""

"""The machinery that runs checks against submissions. It knows no assignment by name."""

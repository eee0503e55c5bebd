"""Data sets, one module each: README.md lists them."""

"""A stand-in for Colab's own package: as much of it as a notebook needs to hand itself in."""

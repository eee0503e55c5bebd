"""Points as people write them."""

import math


def plain(points: float, decimals: int = 6) -> str:
    """10, 7.5 or 0.00001: no exponent, no trailing zeros, no -0; raises ValueError for nan and inf, which are no grade."""
    if not math.isfinite(points):
        raise ValueError(f"{points} is not a number of points")
    return f"{round(points, decimals) + 0.0:.{decimals}f}".rstrip("0").rstrip(".")

"""A made-up share price: no day's change can be forecast, but calm and nervous times can.

A geometric random walk whose volatility clusters, GARCH(1, 1): Bollerslev, "Generalized autoregressive conditional
heteroskedasticity", Journal of Econometrics 31 (1986). The best forecast of tomorrow's price is today's (up to a drift too small to
see): persistence cannot be beaten, whatever a network's curve looks like.
"""

import numpy as np

DRIFT, LONG_RUN, SHOCK, MEMORY = 0.0002, 0.013, 0.1, 0.88  # a day; variance = own part + SHOCK · change² + MEMORY · variance


def prices(seed, days):
    """Closing prices in cents, shape (days,), int32, beginning near 100.00."""
    normal = np.random.default_rng(seed).normal(size=days)
    changes, variance = np.zeros(days), LONG_RUN**2
    for t in range(days):
        changes[t] = np.sqrt(variance) * normal[t]
        variance = (1 - SHOCK - MEMORY) * LONG_RUN**2 + SHOCK * changes[t] ** 2 + MEMORY * variance
    return np.rint(10_000 * np.exp(np.cumsum(DRIFT + changes))).astype(np.int32)

"""A made-up weather station by the sea: five measurements every three hours, with years, days and fronts.

What makes it worth a network: the air's temperature changes when a **front** arrives, and a front announces itself long before.
First a burst of wind, from the west (cold air will come) or from the east (warm air); 6 to 12 hours later the pressure begins to
fall, and the lower it gets, the larger the change; after a short dip the front is here 24 hours past the lowest point, after a long
one 42. In between everything looks as always, and one burst in five is followed by nothing. So a forecast must keep a sign, a size
and the time that has passed, and multiply; a weighted sum of all rows cannot. Cloud damps the daily cycle; noise is everywhere.

Columns, all in tenths, int16: temperature (0.1 °C), relative humidity (0.1 %), pressure (0.1 hPa), wind towards the east
(0.1 m/s, negative: towards the west), cloud (tenths of the sky, times ten). One row every 3 hours; row 0 is midnight, 1 January.
Shapes are as in the public data of the Max Planck Institute's station in Jena (see `datasets.jena`); the numbers are invented.
"""

import numpy as np

COLUMNS = ("temperature", "humidity", "pressure", "wind", "cloud")
HOURS, YEAR = 3, 8766  # between two rows; in a year of 365.25 days
SPIN_UP = 120  # rows that pass before the first one that anybody sees
DELAYS, WIDTHS = (8, 14), (2, 5)  # rows from a dip to its front; rows that the pressure falls, and rises again


def series(seed, rows):
    """One long series, shape (rows, 5), from midnight on a 1 January."""
    return simulate(np.random.default_rng(seed), np.zeros(1, dtype=int), rows)[0]


def windows(seed, n, rows):
    """n short series that have nothing to do with each other: (hours, table), shapes (n,) and (n, rows, 5).

    hours: hours from 1 January to each one's first row, a multiple of 3.
    """
    rng = np.random.default_rng(seed)
    hours = HOURS * rng.integers(0, YEAR // HOURS, n)
    return hours.astype(np.int16), simulate(rng, hours, rows)


def simulate(rng, hours, rows):
    """Series that begin at these hours of the year, shape (len(hours), rows, 5), int16."""
    n, total = len(hours), SPIN_UP + rows
    wind, pressure, cloud, fronts = _events(rng, n, total)
    noise = _memory(rng, n, total)
    time = hours[:, None] + HOURS * (np.arange(total) - SPIN_UP)
    day, year = 2 * np.pi * time / 24, 2 * np.pi * time / YEAR
    cloud = np.clip(4.5 + cloud + 2.2 * noise[..., 4] - 0.8 * np.cos(year - 3.4), 0, 10)
    daily = -np.cos(day - 0.8) * (3.6 - 1.6 * np.cos(year)) * (1 - 0.075 * cloud)
    air = _air(fronts)
    temperature = 9.5 - 7.5 * np.cos(year - 0.4) + daily + air + 0.7 * noise[..., 0]
    humidity = np.clip(74 - 3.2 * daily + 1.6 * (cloud - 5) + 0.5 * air + 3 * noise[..., 1], 15, 100)
    pressure = 1014 + pressure + 2.0 * noise[..., 2]
    wind = 1.0 + wind + 1.1 * noise[..., 3]
    table = np.stack([temperature, humidity, pressure, wind, cloud], axis=-1)[:, SPIN_UP:]
    return np.rint(10 * table).astype(np.int16)


def _memory(rng, n, total):
    """Noise with a memory for each of five measurements, shape (n, total, 5), spread 1."""
    keep = np.array([0.9, 0.8, 0.95, 0.6, 0.85])
    shocks = rng.normal(size=(total, n, 5)) * np.sqrt(1 - keep**2)
    noise = np.zeros((total, n, 5))
    for t in range(1, total):
        noise[t] = keep * noise[t - 1] + shocks[t]
    return noise.transpose(1, 0, 2)


def _events(rng, n, total):
    """What the lows do to wind, pressure and cloud, each (n, total); and fronts (n, total): the new air's warmth, or nan."""
    wind, pressure, cloud, fronts = (np.zeros((n, total)) for _ in range(4))
    fronts[:] = np.nan
    count = total // 14 + 2
    starts = np.cumsum(rng.integers(14, 27, (n, count)), axis=1) - 20
    sign, slow = rng.choice([-1, 1], (n, count)), rng.integers(0, 2, (n, count))
    depth, gap = rng.uniform(6, 15, (n, count)), rng.integers(2, 5, (n, count))
    bluff = rng.random((n, count)) < 0.2
    for i, k in zip(*np.nonzero(starts < total + 20), strict=True):
        start, width = starts[i, k], WIDTHS[slow[i, k]]
        _add(wind[i], start, -9.0 * sign[i, k] * np.array([0.7, 1, 0.7]))
        if bluff[i, k]:
            continue
        ramp = np.arange(1, width + 1) / width
        bottom = start + gap[i, k] + width
        _add(pressure[i], bottom - width + 1, -depth[i, k] * np.concatenate([ramp, ramp[-2::-1]]))
        arrival = bottom + DELAYS[slow[i, k]]
        _add(cloud[i], arrival - 1, np.array([1.5, 3, 2, 1]))
        if 0 <= arrival < total:
            fronts[i, arrival] = sign[i, k] * 0.6 * depth[i, k]
    return wind, pressure, cloud, fronts


def _add(row, start, values):
    """Add values from start on, as far as the row reaches."""
    first, last = max(start, 0), min(start + len(values), len(row))
    if first < last:
        row[first:last] += values[first - start : last - start]


def _air(fronts):
    """How much warmer than usual the air is: it changes within two rows of a front, and slowly becomes usual again."""
    n, total = fronts.shape
    air, aim, now = np.zeros((n, total)), np.zeros(n), np.zeros(n)
    for t in range(total):
        aim = np.where(np.isnan(fronts[:, t]), 0.99 * aim, fronts[:, t])
        now = now + 0.6 * (aim - now)
        air[:, t] = now
    return air

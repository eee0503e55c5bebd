"""Three real series that ship with statsmodels, as plain arrays: no network is needed. Optional, and never graded.

All are in the public domain, as statsmodels states: co2 (Keeling and Whorf, Mauna Loa, weekly), sunspots (NOAA's National Geophysical
Data Center, yearly), elnino (NOAA's National Weather Service, ERSST.V3B, region Nino 1+2, monthly).
"""

from types import ModuleType

import numpy as np


def co2() -> np.ndarray:
    """CO₂ in the air in ppm, weekly from March 1958 to December 2001, shape (2284,); weeks without a measurement are interpolated."""
    values = _dataset("co2").load_pandas().data["co2"].to_numpy(dtype=float)
    known = np.flatnonzero(np.isfinite(values))
    return np.interp(np.arange(len(values)), known, values[known])


def sunspots() -> np.ndarray:
    """Sunspot numbers, yearly from 1700 to 2008, shape (309,)."""
    return _dataset("sunspots").load_pandas().data["SUNACTIVITY"].to_numpy(dtype=float)


def elnino() -> np.ndarray:
    """Temperature of the Pacific's surface in °C, monthly from January 1950 to December 2010, shape (732,)."""
    return _dataset("elnino").load_pandas().data.drop(columns="YEAR").to_numpy(dtype=float).ravel()


def _dataset(name: str) -> ModuleType:
    """A data set of statsmodels; raises ImportError, with what to do, where that is not installed."""
    try:
        import statsmodels.datasets as found
    except ImportError as error:
        raise ImportError(f"{name} comes with statsmodels, which is not installed here: pip install statsmodels") from error
    return getattr(found, name)

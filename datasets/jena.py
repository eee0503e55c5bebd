"""The real thing: eight years of a weather station's roof in Jena, Germany, 2009 to 2016. Optional, and never graded.

Measured by the Max Planck Institute for Biogeochemistry (https://www.bgc-jena.mpg.de/wetter/), every ten minutes, 14 columns;
prepared by François Chollet for "Deep Learning with Python" (Manning, 2017), and used in the tutorials of Keras and TensorFlow. Their
archive holds one CSV file of 420,551 rows. No SHA-256 of it was published that we know of, so only its size is checked, and
`fetch` prints the hash that it sees. The file comes without a licence.

What is known of its defects: some wind speeds are -9999 (taken as calm here), and some rows are missing (`hours` tells).
"""

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path

import numpy as np

from datasets.remote import DownloadError, Source, fetch

SOURCE = Source(
    "jena-climate", "https://storage.googleapis.com/tensorflow/tf-keras-datasets/jena_climate_2009_2016.csv.zip",
    size=13_568_290, sha256="",
    licence="none is stated; the data belong to the Max Planck Institute for Biogeochemistry, Jena: name it, and ask it before you publish")
COLUMNS = ("temperature", "humidity", "pressure", "wind")
NAMES = ("T (degC)", "rh (%)", "p (mbar)", "wv (m/s)", "wd (deg)")  # as the file calls them


def load(folder: Path | None = None) -> tuple[np.ndarray, np.ndarray]:
    """(hours, table): one row every three hours, shapes (N,) and (N, 4), fetched if it is not on this machine.

    hours: hours since midnight on 1 January 2009. table: temperature in °C, relative humidity in %, pressure in hPa, wind towards
    the east in m/s: the columns of `datasets.weather`, without the cloud. Errors: DownloadError, with what to do.
    """
    path = fetch(SOURCE, folder)
    try:
        with zipfile.ZipFile(path) as archive:
            name = next(name for name in archive.namelist() if name.endswith(".csv"))
            return parse(archive.read(name).decode())
    except (zipfile.BadZipFile, StopIteration, KeyError, ValueError) as error:
        raise DownloadError(f"{path} is not the archive of the Jena station: {error!r}. Remove it, and it is fetched anew.") from error


def parse(text: str) -> tuple[np.ndarray, np.ndarray]:
    """(hours, table) of the CSV file's text, as `load` returns them; raises KeyError for a missing column, ValueError for no number."""
    times, rows = [], []
    for row in csv.DictReader(io.StringIO(text)):
        clock = row["Date Time"][11:]
        if clock[3:] != "00:00" or int(clock[:2]) % 3:
            continue
        times.append(datetime.strptime(row["Date Time"], "%d.%m.%Y %H:%M:%S"))
        rows.append([float(row[name]) for name in NAMES])
    if not rows:
        raise ValueError("no row at a full third hour")
    hours = np.array([int((time - datetime(2009, 1, 1)).total_seconds()) // 3600 for time in times])
    temperature, humidity, pressure, speed, direction = np.array(rows).T
    east = -np.maximum(speed, 0) * np.sin(np.deg2rad(direction))  # the direction says where it comes from
    return hours, np.column_stack([temperature, humidity, pressure, east])

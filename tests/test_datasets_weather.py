"""The made-up station and share, the series of statsmodels, and the Jena station's file, read from a small one of the same form."""

import io
import sys
import threading
import zipfile
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from datasets import jena, series, stock, weather
from datasets.remote import DownloadError
from solutions.forecast import task

HEADER = ('"Date Time","p (mbar)","T (degC)","Tpot (K)","Tdew (degC)","rh (%)","VPmax (mbar)","VPact (mbar)","VPdef (mbar)","sh (g/kg)",'
          '"H2OC (mmol/mol)","rho (g/m**3)","wv (m/s)","max. wv (m/s)","wd (deg)"')
LINES = ["01.01.2009 00:10:00,996.5,-8.0,265,-9,93.3,3.3,3.1,0.2,1.9,3.1,1307,1.0,1.8,152.3",
         "01.01.2009 03:00:00,996.8,-8.5,265,-9,92.0,3.3,3.1,0.2,1.9,3.1,1307,2.0,3.5,270.0",
         "01.01.2009 04:00:00,996.8,-8.5,265,-9,92.0,3.3,3.1,0.2,1.9,3.1,1307,2.0,3.5,270.0",
         "02.01.2009 00:00:00,990.0,1.5,265,-9,80.0,3.3,3.1,0.2,1.9,3.1,1307,-9999.0,-9999.0,90.0"]
JENA = "\n".join([HEADER, *LINES]) + "\n"


def fronts(table):
    """Rows at which the temperature of the same hour changes much from one day to the next."""
    return np.abs(table[8:, 0].astype(int) - table[:-8, 0])


def test_a_station_is_the_same_for_the_same_seed_only():
    table = weather.series(5, 400)
    assert (table.shape, table.dtype) == ((400, 5), np.int16)
    assert np.array_equal(table, weather.series(5, 400))
    assert not np.array_equal(table, weather.series(6, 400))


def test_measurements_are_possible():
    temperature, humidity, pressure, wind, cloud = weather.series(1, 6 * 2922).T / 10
    assert -25 < temperature.min() < 0 < 25 < temperature.max() < 45
    assert humidity.min() >= 10
    assert humidity.max() <= 100
    assert 960 < pressure.min() < pressure.max() < 1040
    assert np.abs(wind).max() < 20
    assert cloud.min() == 0
    assert cloud.max() == 10


def test_days_and_years_can_be_seen():
    temperature = weather.series(1, 4 * 2922)[:, 0] / 10
    by_hour = temperature.reshape(-1, 8).mean(axis=0)
    assert by_hour[5] - by_hour[1] > 4  # afternoon, night
    months = temperature.reshape(4, 2922)[:, : 12 * 243].reshape(4, 12, 243).mean(axis=(0, 2))
    assert months[6] - months[0] > 10


def test_windows_have_nothing_to_do_with_each_other():
    hours, table = weather.windows(3, 50, 56)
    assert (hours.shape, table.shape) == ((50,), (50, 56, 5))
    assert not np.any(hours % 3)
    assert hours.max() < weather.YEAR
    assert len({one.tobytes() for one in table[:, :5]}) == 50
    assert abs(np.corrcoef(fronts(table[0]), fronts(table[1]))[0, 1]) < 0.9


def test_the_season_is_that_of_the_hours():
    hours, table = weather.windows(4, 400, 8)
    warm = table[..., 0].mean(axis=1) / 10
    summer = np.abs(hours / weather.YEAR - 0.55) < 0.1
    winter = np.abs(hours / weather.YEAR - 0.05) < 0.05
    assert warm[summer].mean() - warm[winter].mean() > 8


def test_a_share_cannot_be_forecast_but_its_nervousness_can():
    price = stock.prices(0, 6000)
    assert price.dtype == np.int32
    assert price.min() > 100
    change = np.diff(np.log(price))
    assert abs(np.corrcoef(change[1:], change[:-1])[0, 1]) < 0.05
    assert np.corrcoef(np.abs(change[1:]), np.abs(change[:-1]))[0, 1] > 0.05


def test_the_task_gives_no_label_away():
    inputs, labels = task.hidden(77)
    assert inputs["windows"].shape == (600, 48, 5)
    assert labels["temperature"].shape == (600, 8)
    assert not set(inputs) & set(task.given())
    rows = {tuple(row) for row in task.given()["weather_train"].tolist()}
    assert sum(tuple(row) in rows for row in inputs["windows"][:, -1].tolist()) < 3


def test_scores_compare_with_persistence():
    inputs, labels = task.hidden(78)
    last = np.repeat(inputs["windows"][:, -1:, 0] / 10, 8, axis=1)
    truth = labels["temperature"] / 10
    assert task.score({"temperature": last}, labels, inputs) == pytest.approx(1)
    assert task.score({"temperature": truth}, labels, inputs) == 0
    assert task.score({"temperature": (truth + last) / 2}, labels, inputs) == pytest.approx(0.5)
    form = task.forms(inputs)["temperature"]
    assert form.problem("temperature", truth) == ""
    assert "not be above" in form.problem("temperature", truth * 10)


def test_the_jena_station_has_the_same_columns():
    hours, table = jena.parse(JENA)
    assert hours.tolist() == [3, 24]
    assert table[0].round(6).tolist() == [-8.5, 92.0, 996.8, 2.0]  # a wind from the west blows towards the east
    assert table[1, :3].tolist() == [1.5, 80.0, 990.0]
    assert table[1, 3] == 0  # -9999 stands for no measurement


@pytest.mark.parametrize(("text", "error"), [("", ValueError), ("a,b\n1,2\n", KeyError), (JENA.replace("-8.5", "cold"), ValueError)])
def test_another_file_is_refused(text, error):
    with pytest.raises(error):
        jena.parse(text)


def packed(text, name="jena_climate_2009_2016.csv"):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, text)
    return file.getvalue()


@pytest.fixture
def served(monkeypatch, tmp_path):
    """Puts bytes where the Jena file is expected; returns the function that does."""
    servers = []

    def serve(body):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        url = f"http://127.0.0.1:{server.server_port}/jena_climate_2009_2016.csv.zip"
        monkeypatch.setattr(jena, "SOURCE", replace(jena.SOURCE, url=url, size=len(body)))
        return tmp_path

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_the_jena_file_is_fetched_once(served, capsys):
    folder = served(packed(JENA))
    hours, table = jena.load(folder)
    again, _ = jena.load(folder)
    assert np.array_equal(hours, again)
    assert table.shape == (2, 4)
    assert capsys.readouterr().out.count("Nobody published a SHA-256") == 1


@pytest.mark.parametrize("body", [packed(JENA, "readme.txt"), b"no archive", packed("a,b\n1,2\n")])
def test_what_is_no_jena_file_says_so(served, body):
    with pytest.raises(DownloadError, match="not the archive of the Jena station"):
        jena.load(served(body))


def test_series_of_statsmodels_are_arrays():
    pytest.importorskip("statsmodels")
    for values, shape in ((series.co2(), (2284,)), (series.sunspots(), (309,)), (series.elnino(), (732,))):
        assert values.shape == shape
        assert np.isfinite(values).all()
    assert series.co2()[0] == pytest.approx(316.1)


def test_without_statsmodels_one_reads_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "statsmodels.datasets", None)
    with pytest.raises(ImportError, match="pip install statsmodels"):
        series.co2()

"""Heartbeats: the same for the same seed, as small as a notebook can carry, and neither trivial nor hopeless to judge."""

import http.server
import io
import lzma
import threading
from functools import partial

import numpy as np
import pytest

from datasets import ecg5000, heartbeats, remote
from datasets.heartbeats import KINDS, LENGTH, RATE, P, T
from solutions.anomaly import task
from solutions.anomaly.reference import average_precision, standardize_beats, training_beats


@pytest.fixture(scope="module")
def given():
    return task.given()


@pytest.fixture(scope="module")
def hidden():
    return task.hidden(123456789)


def one_patient(kind, n=40, **changed):
    """Beats of one quiet patient, 60 beats per minute."""
    rng = np.random.default_rng(0)
    patients = heartbeats.people(rng, 1) | {"noise": np.zeros(1), "wander": np.zeros(1), "seconds": np.ones(1), "arrhythmia": np.zeros(1)}
    patients |= {"angles": heartbeats.ANGLES[None], "widths": heartbeats.WIDTHS[None], "heights": heartbeats.HEIGHTS[None]} | changed
    kinds = np.full(n, KINDS.index(kind))
    return heartbeats.record(rng, patients, np.zeros(n, dtype=int), kinds).astype(float) / 100


def test_forms(given, hidden):
    inputs, labels = hidden
    assert given["beats"].dtype == inputs["hidden_beats"].dtype == np.int8
    assert given["beats"].shape == (len(given["kinds"]), LENGTH) == (5400, 64)
    assert inputs["hidden_beats"].shape == (len(labels["kinds"]), LENGTH)
    assert set(given["kinds"]) == {0, 1, 2, 3, 4}
    assert set(labels["kinds"]) == set(range(len(KINDS)))
    assert set(given["validation_patients"]) < set(given["patients"])
    assert not set(given) & set(inputs)
    for kinds in (given["kinds"], labels["kinds"]):
        assert 0.17 < (kinds > 0).mean() < 0.23


def test_the_same_seed_makes_the_same_beats(given, hidden):
    again = task.given()
    assert all((given[name] == again[name]).all() for name in given)
    assert (hidden[0]["hidden_beats"] == task.hidden(123456789)[0]["hidden_beats"]).all()
    assert (hidden[0]["hidden_beats"] != task.hidden(2**127)[0]["hidden_beats"]).any()


def test_they_fit_into_a_notebook(given, hidden):
    file = io.BytesIO()
    np.savez(file, **given, **hidden[0])
    assert len(lzma.compress(file.getvalue(), preset=9)) < 400_000


def test_a_normal_beat_has_its_waves_where_they_belong():
    beats = one_patient("normal")
    beat, height = beats.mean(axis=0), np.median(beats.max(axis=1))
    time = np.arange(LENGTH) / RATE - heartbeats.BEFORE
    assert np.abs(time[beats.argmax(axis=1)]).max() <= heartbeats.JITTER + 1 / RATE
    assert 0.5 < height < 1.2
    t_wave = np.where((time > 0.15) & (time < 0.45), beat, -9).argmax()
    assert time[t_wave] == pytest.approx(100 / 360, abs=0.03)
    p_wave = np.where(time < -0.1, beat, -9).argmax()
    assert time[p_wave] == pytest.approx(-70 / 360, abs=0.03)
    assert beat[p_wave] < beat[t_wave] < height / 2


def test_a_faster_heart_brings_the_waves_together():
    def t_peak(seconds):
        beat = one_patient("normal", seconds=np.full(1, seconds)).mean(axis=0)
        return 36 + beat[36:].argmax()

    assert t_peak(0.6) < t_peak(0.8) < t_peak(1.1)


@pytest.mark.parametrize(("kind", "wave", "sign"), [("no P", P, -1), ("inverted T", T, -1), ("ventricular", P, -1)])
def test_anomalies_change_their_wave(kind, wave, sign):
    time = np.arange(LENGTH) / RATE - heartbeats.BEFORE
    there = np.abs(time - heartbeats.ANGLES[wave] / (2 * np.pi)) < 0.04
    change = one_patient(kind)[:, there].mean() - one_patient("normal")[:, there].mean()
    assert change * sign > 0.03


@pytest.mark.parametrize("kind", KINDS[1:])
def test_every_anomaly_is_seen_without_noise(kind):
    """Compared at the same place of the R peak: more than what its jitter alone does."""
    normal, other = one_patient("normal", 400), one_patient(kind, 60)
    nearest = ((other[:, None] - normal[None]) ** 2).sum(axis=2).min(axis=1)
    among = ((normal[:60, None] - normal[None, 60:]) ** 2).sum(axis=2).min(axis=1)
    assert np.median(nearest) > 5 * np.median(among)


def test_it_is_neither_trivial_nor_hopeless(given, hidden):
    labels = (given["kinds"] > 0).astype(int)
    train, *_ = training_beats(given["beats"], labels, given["patients"], given["validation_patients"])
    train, beats = standardize_beats(train), standardize_beats(hidden[0]["hidden_beats"])
    centre = train.mean(axis=0)
    axes = np.linalg.svd(train - centre, full_matrices=False)[2]
    found = {k: task.score({"suspicion": ((beats - centre) ** 2).sum(axis=1) - (((beats - centre) @ axes[:k].T) ** 2).sum(axis=1)},
                           hidden[1], hidden[0]) for k in (0, 10, 32)}
    assert found[0] < 0.5
    assert 0.75 < found[10] < 0.9
    assert found[32] < 0.4


def test_the_score_is_the_exercise(hidden):
    rng = np.random.default_rng(1)
    inputs, labels = hidden
    for suspicion in (rng.normal(size=len(labels["kinds"])), rng.integers(0, 5, size=len(labels["kinds"])), labels["kinds"] > 0):
        suspicion = suspicion.astype(np.float32)
        assert not task.forms(inputs)["suspicion"].problem("suspicion", suspicion)
        expected = average_precision((labels["kinds"] > 0).astype(int), suspicion)
        assert task.score({"suspicion": suspicion}, labels, inputs) == pytest.approx(expected)
    assert task.score({"suspicion": (labels["kinds"] > 0) * 1.0}, labels, inputs) == 1.0


def test_ecg5000_is_read_in_its_own_form(tmp_path, monkeypatch):
    ramp = np.arange(140) / 35 - 2
    lines = [",".join(f"{value:.6e}" for value in (*beat, label)) for beat, label in ((ramp, 1.0), (-ramp, 0.0))]
    (tmp_path / "ecg.csv").write_text("\n".join(lines) + "\n")
    monkeypatch.setenv("no_proxy", "*")
    handler = partial(type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None}), directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        source = remote.Source("ecg5000", f"http://127.0.0.1:{server.server_port}/ecg.csv", 0, "", "made up")
        monkeypatch.setattr(ecg5000, "SOURCE", source)
        beats, labels = ecg5000.beats(folder=tmp_path / "kept")
        server.shutdown()
    assert beats.shape == (2, 64)
    assert beats.dtype == np.int8
    assert labels.tolist() == [0, 1]
    assert beats[0, [0, -1]].tolist() == [-36, 35]
    np.testing.assert_array_equal(beats[0], -beats[1])
    with pytest.raises(ValueError, match="140 samples"):
        ecg5000.parsed("1,2,3\n", 64)

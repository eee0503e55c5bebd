"""The windowing reference is Keras's windows, copies nothing, leaks nothing, and its models train and predict."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from solutions.windowing._series import series, windows
from solutions.windowing.reference import (
    build_model,
    fit_markov_chain,
    make_supervised,
    make_windows,
    moving_average_forecast,
    persistence_forecast,
    prepare,
    split_by_time,
    standardize,
    window_dataset,
)
from tests.shapes import in_many_shapes

KINDS = ("Dense", "SimpleRNN", "LSTM", "GRU", "Bidirectional", "Conv1D")
PARTS = {"N": st.integers(1, 40), "F": st.integers(1, 5), "length": st.integers(1, 12), "horizon": st.integers(0, 6)}
tables = st.fixed_dictionaries(PARTS | {"seed": st.integers(0, 2**32 - 1)})
fractions = st.floats(0, 1)


def drawn(table):
    """The table, and whether a window and its answer fit into it."""
    data = series(np.random.default_rng(table["seed"]), table["N"], table["F"])
    return data, table["length"] + table["horizon"] <= table["N"]


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(table=tables)
def test_windows_are_those_of_keras(tensorflow, table):
    data, fits = drawn(table)
    assume(fits and len(data) > 1)  # Keras refuses a series of one row
    make = tensorflow.keras.utils.timeseries_dataset_from_array
    theirs = make(data, None, sequence_length=table["length"], batch_size=len(data))
    np.testing.assert_array_equal(make_windows(data, table["length"]), next(iter(theirs)))


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(table=tables, batch_size=st.integers(1, 9))
def test_batches_are_those_of_keras(tensorflow, table, batch_size):
    data, fits = drawn(table)
    length, horizon, target = table["length"], table["horizon"], table["F"] - 1
    assume(fits and len(data) > 1)
    make = tensorflow.keras.utils.timeseries_dataset_from_array
    theirs = make(data, data[length - 1 + horizon :, target], sequence_length=length, batch_size=batch_size)
    ours = window_dataset(data, length, horizon, target, batch_size)
    for (X, y), (their_X, their_y) in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(X, their_X)
        np.testing.assert_array_equal(y, their_y)


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("length", "features", "units"), [(7, 2, 4), (1, 1, 1), (2, 3, 5)])
def test_every_kind_of_model_trains_and_predicts(tensorflow, kind, length, features, units):
    tensorflow.keras.utils.set_random_seed(1)
    model = build_model(kind, length, features, units)
    assert (model.input_shape, model.output_shape) == ((None, length, features), (None, 1))
    assert model.loss == "mse"
    rng = np.random.default_rng(2)
    X, y = rng.normal(size=(9, length, features)), rng.normal(size=9)
    before = model.predict(X, verbose=0)
    history = model.fit(X, y, epochs=1, batch_size=9, verbose=0).history
    assert history["loss"] == pytest.approx([np.mean((before[:, 0] - y) ** 2)], rel=1e-4)
    after = model.predict(X, verbose=0)
    assert after.shape == (9, 1)
    assert np.abs(after - before).max() > 0


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.parametrize("kind", ["Transformer", "lstm", "", None])
def test_an_unknown_kind_is_refused(tensorflow, kind):
    with pytest.raises(ValueError, match="Bidirectional or Conv1D"):
        build_model(kind, 4, 2, 3)


@pytest.mark.xdist_group("tensorflow")
def test_a_model_learns_from_a_window_dataset(tensorflow):
    tensorflow.keras.utils.set_random_seed(1)
    data = np.sin(np.arange(300) / 5)[:, None]
    dataset = window_dataset(data, 8, 1, 0, 32)
    model = build_model("Dense", 8, 1, 16)
    losses = model.fit(dataset, epochs=10, shuffle=False, verbose=0).history["loss"]
    assert losses[-1] < losses[0] / 10


@in_many_shapes
@given(table=tables)
def test_windows_share_memory_with_the_table(table):
    data, fits = drawn(table)
    assume(fits)
    for view in (make_windows(data, table["length"]), make_supervised(data, table["length"], table["horizon"], 0)[0]):
        assert view.size == 0 or np.shares_memory(view, data)
        assert not view.flags.writeable  # writing into one window would change others


@in_many_shapes
@given(table=tables)
def test_a_pair_is_what_the_formula_says(table):
    data, fits = drawn(table)
    length, horizon = table["length"], table["horizon"]
    X, y = make_supervised(data, length, horizon, 0) if length <= table["N"] else (data[:0], data[:0, 0])
    assert len(X) == len(y) == max(table["N"] - length + 1 - horizon, 0)
    assert fits == (len(y) > 0)
    for i in range(len(y)):
        np.testing.assert_array_equal(X[i], data[i : i + length])
        assert y[i] == data[i + length - 1 + horizon, 0]


@pytest.mark.parametrize("function", [make_windows, lambda data, length: make_supervised(data, length, 1, 0)])
def test_a_window_longer_than_the_table_is_refused(function):
    with pytest.raises(ValueError, match="window shape"):
        function(np.zeros((4, 2)), 5)


@in_many_shapes
@given(N=st.integers(0, 200), train=fractions, rest=fractions)
def test_a_split_holds_every_row_once_and_in_order(N, train, rest):
    val = (1 - train) * rest
    parts = split_by_time(np.arange(N)[:, None], train, val)
    np.testing.assert_array_equal(np.concatenate(parts)[:, 0], np.arange(N))
    for part, share in zip(parts, (train, val, 1 - train - val), strict=True):
        assert abs(len(part) - share * N) < 1 + 1e-6


def test_a_cut_at_a_whole_number_is_there():
    for N in range(1, 201):
        for tenths in range(11):
            for more in range(11 - tenths):
                if N * tenths % 10 == 0 and N * more % 10 == 0:
                    lengths = [len(part) for part in split_by_time(np.zeros((N, 1)), tenths / 10, more / 10)]
                    assert lengths == [N * tenths // 10, N * more // 10, N * (10 - tenths - more) // 10]


@in_many_shapes
@given(table=tables)
def test_the_scaler_is_undone(table):
    data, _ = drawn(table)
    train, later = data[: -(len(data) // 3) or None], data[len(data) - len(data) // 3 :]
    scaled, scaled_later, mean, std = standardize(train, later)
    np.testing.assert_allclose(scaled * std + mean, train, atol=1e-10)
    np.testing.assert_allclose(scaled_later * std + mean, later, atol=1e-10)
    np.testing.assert_allclose(scaled.mean(axis=0), 0, atol=1e-10)
    np.testing.assert_allclose(scaled.std(axis=0), (np.ptp(train, axis=0) > 0) * 1.0, atol=1e-10)
    np.testing.assert_allclose(standardize(windows_of(train))[1], train.mean(axis=0), atol=1e-10)


def windows_of(train):
    """Windows of one row: as an array with one more axis, the same numbers."""
    return make_windows(train, 1)


@pytest.mark.parametrize("constant", [0.0, 0.1, -7.3, 1e8])
def test_a_constant_feature_is_only_centred(constant):
    train = np.column_stack([np.full(7, constant), np.arange(7.0)])
    scaled, later, _, std = standardize(train, train[:2] + 1)
    assert std[0] == 1
    np.testing.assert_allclose(scaled[:, 0], 0, atol=1e-6)
    np.testing.assert_allclose(later[:, 0], 1, atol=1e-6)


@in_many_shapes
@given(table=tables, train=st.floats(0.3, 0.7))
def test_nothing_leaks_from_later_parts(table, train):
    data, _ = drawn(table)
    length, horizon = min(table["length"], 2), min(table["horizon"], 2)
    a, b = (len(part) for part in split_by_time(data, train, 0.25)[:2])
    assume(min(a, b, len(data) - a - b) >= length)
    changed, latest = data.copy(), data.copy()
    changed[a:], latest[a + b :] = 1e6, 1e6
    before = prepare(data, length, horizon, 0, train, 0.25)
    after, later = (prepare(other, length, horizon, 0, train, 0.25) for other in (changed, latest))
    for n in (0, 1, 6, 7):
        np.testing.assert_array_equal(before[n], after[n])
    for n in (0, 1, 2, 3, 6, 7):
        np.testing.assert_array_equal(before[n], later[n])


@in_many_shapes
@given(n=st.integers(1, 9), L=st.integers(1, 9), F=st.integers(1, 4), seed=st.integers(0, 2**32 - 1))
def test_a_moving_average_lies_between_persistence_and_the_mean(n, L, F, seed):
    X = windows(np.random.default_rng(seed), n, L, F)
    np.testing.assert_array_equal(moving_average_forecast(X, F - 1, 1), persistence_forecast(X, F - 1))
    np.testing.assert_allclose(moving_average_forecast(X, F - 1, L), X[:, :, F - 1].mean(axis=1))


@in_many_shapes
@given(N=st.integers(0, 60), n_states=st.integers(1, 7), seed=st.integers(0, 2**32 - 1))
def test_a_chain_is_counted(N, n_states, seed):
    states = np.random.default_rng(seed).integers(0, n_states, N)
    chain = fit_markov_chain(states, n_states)
    np.testing.assert_allclose(chain.sum(axis=1), 1)
    for i in range(n_states):
        followers = [b for a, b in pairwise(states) if a == i]
        counted = [followers.count(j) / len(followers) if followers else 1 / n_states for j in range(n_states)]
        np.testing.assert_allclose(chain[i], counted)

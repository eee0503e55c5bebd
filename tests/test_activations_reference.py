"""The activations are those of Keras, their slopes TensorFlow's, central differences agree, and any shape will do."""

import warnings

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from solutions.activations._inputs import large_numbers, numbers, whole_numbers
from solutions.activations.reference import (
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    tanh,
    tanh_derivative,
)

FUNCTIONS = (sigmoid, tanh, relu)
SLOPES = (sigmoid_derivative, tanh_derivative, relu_derivative)
PAIRS = list(zip(FUNCTIONS, SLOPES, strict=True))
each = pytest.mark.parametrize("f", [*FUNCTIONS, *SLOPES], ids=lambda f: f.__name__)
each_pair = pytest.mark.parametrize(("f", "slope"), PAIRS, ids=[f.__name__ for f in FUNCTIONS])
each_result = pytest.mark.parametrize(("f", "at_minus", "at_plus"), [
    (sigmoid, 0, 1), (tanh, -1, 1), (relu, 0, 1000),
    (sigmoid_derivative, 0, 0), (tanh_derivative, 0, 0), (relu_derivative, 0, 1)])

shapes = arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5)
anything = shapes.flatmap(lambda shape: arrays.arrays(np.float64, shape, elements=st.floats(-1000, 1000)))
away_from_zero = st.builds(lambda size, sign: size * sign, st.floats(0.01, 30), st.sampled_from([-1.0, 1.0]))
smooth = shapes.flatmap(lambda shape: arrays.arrays(np.float64, shape, elements=away_from_zero))
often = settings(max_examples=50, deadline=None, derandomize=True, database=None, phases=[Phase.generate])


@pytest.mark.xdist_group("tensorflow")
@each_pair
def test_functions_and_slopes_are_those_of_keras(tensorflow, f, slope):
    tf, rng = tensorflow.tf, np.random.default_rng(4)
    for x in (numbers(rng, 3, 4), numbers(rng, 2, 5, 3, largest=30.0), numbers(rng), large_numbers(rng), np.zeros((2, 2))):
        inputs = tf.constant(x)
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            theirs = getattr(tensorflow.keras.activations, f.__name__)(inputs)
        np.testing.assert_allclose(f(x), theirs, rtol=0, atol=1e-10)
        np.testing.assert_allclose(slope(x), tape.gradient(theirs, inputs), rtol=0, atol=1e-10)


@each
@often
@given(x=anything)
def test_any_shape_comes_back_finite_and_quietly(f, x):
    before = x.copy()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        answer = f(x)
    assert np.shape(answer) == x.shape
    assert answer.dtype == np.float64
    assert np.isfinite(answer).all()
    np.testing.assert_array_equal(x, before)


@each
@often
@given(x=anything)
def test_each_number_is_treated_alone(f, x):
    np.testing.assert_array_equal(np.ravel(f(x)), [f(number) for number in x.ravel().tolist()])


@often
@given(x=anything)
def test_ranges_and_symmetries(x):
    assert ((sigmoid(x) >= 0) & (sigmoid(x) <= 1) & (np.abs(tanh(x)) <= 1) & (relu(x) >= 0)).all()
    assert ((sigmoid_derivative(x) >= 0) & (sigmoid_derivative(x) <= 0.25)).all()
    assert ((tanh_derivative(x) >= 0) & (tanh_derivative(x) <= 1)).all()
    assert np.isin(relu_derivative(x), (0.0, 1.0)).all()
    np.testing.assert_allclose(sigmoid(-x), 1 - sigmoid(x), rtol=0, atol=1e-15)
    np.testing.assert_allclose(tanh(x), 2 * sigmoid(2 * x) - 1, rtol=0, atol=1e-15)
    np.testing.assert_array_equal(relu(x) - relu(-x), x)


@each_pair
@often
@given(x=smooth)
def test_slopes_are_central_differences(f, slope, x):
    step = 1e-5
    np.testing.assert_allclose(slope(x), (f(x + step) - f(x - step)) / (2 * step), rtol=0, atol=1e-8)


@each_result
def test_far_out(f, at_minus, at_plus):
    assert f(np.array([-1000.0, 1000.0])).tolist() == [at_minus, at_plus]
    assert f(np.array([-1000, 1000])).dtype == np.float64
    assert [f(-1000), f(1000.0)] == [at_minus, at_plus]


def test_relu_has_slope_zero_at_zero():
    assert relu_derivative(np.zeros(2)).tolist() == [0.0, 0.0]


def test_the_slide_form_of_sigmoid_is_right_and_warns():
    x = np.array([-1000.0, -1.0, 0.0, 1000.0])
    with pytest.warns(RuntimeWarning, match="overflow"):
        slide = 1 / (1 + np.exp(-x))
    np.testing.assert_allclose(slide, sigmoid(x), rtol=0, atol=1e-15)


def test_inputs_have_both_signs_and_no_zero():
    for seed in range(50):
        rng = np.random.default_rng(seed)
        for x in (numbers(rng, 2, 3), numbers(rng, 4), whole_numbers(rng, 3, 4), large_numbers(rng)):
            assert (x > 0).sum() == (x < 0).sum() == x.size / 2
            assert np.all(x != 0)
        assert numbers(rng) > 0

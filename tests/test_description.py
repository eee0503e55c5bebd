"""Keras models and datasets as plain data: in this process, and out of a sealed worker."""

import json

import numpy as np
import pytest

from autograder import wire
from autograder.assignment import Limits
from autograder.client.compare import Opaque, difference, same_answer
from autograder.description import described, layers_of, predicted
from autograder.sandbox.launch import zygote
from autograder.sandbox.worker import Worker
from autograder.standin import StudentError, in_process

pytestmark = pytest.mark.xdist_group("tensorflow")
LIMITS = Limits(call_seconds=30, cell_seconds=30, memory_bytes=2 << 30)
CELL = """
import keras
import numpy as np
import tensorflow as tf

def model(units):
    return keras.Sequential([keras.Input((7, 2)), keras.layers.LSTM(units), keras.layers.Dense(1)])

def without_input(units):
    return keras.Sequential([keras.layers.LSTM(units), keras.layers.Dense(1)])

def dataset(data):
    return tf.data.Dataset.from_tensor_slices((data, data[:, 0])).batch(2)

def endless(data):
    return dataset(data).repeat()

class Liar(keras.Model):
    layers = property(lambda self: 1 / 0)

def liar(units):
    return Liar()
"""


@pytest.fixture(scope="module")
def worker():
    with zygote(("numpy", "tensorflow", "keras"), LIMITS, "bwrap") as warm:
        one = Worker(warm)
        one.ask(30, do="cell", index=1, source=CELL)
        yield one
        one.close()


def call(worker, name, *args):
    return worker.ask(30, do="call", name=name, args=args, kwargs={})


def test_a_model_is_told_by_shapes_and_layers(keras):
    layers = keras.layers
    model = keras.Sequential([keras.Input((7, 2)), layers.Conv1D(4, 3, activation="relu"),
                              layers.Bidirectional(layers.GRU(3, return_sequences=True)), layers.Flatten(), layers.Dense(1)])
    told = described(model)
    assert told == {
        "type": "keras.Model", "input_shape": "(None, 7, 2)", "output_shape": "(None, 1)",
        "layers": "Conv1D(filters=4, kernel_size=(3,), activation=relu), "
                  "Bidirectional(GRU(units=3, activation=tanh, return_sequences=True)), "
                  "Flatten(), Dense(units=1, activation=linear)",
    }
    assert wire.decode(wire.encode(told), Opaque) == told


def test_a_model_in_a_model_is_told_as_one_chain(keras):
    inner = keras.Sequential([keras.Input((7, 2)), keras.layers.LSTM(3)])
    inputs = keras.Input((7, 2))
    model = keras.Model(inputs, keras.layers.Dense(1)(inner(inputs)))
    assert described(model)["layers"] == "LSTM(units=3, activation=tanh), Dense(units=1, activation=linear)"


def test_layers_come_with_settings_and_weights(keras):
    model = keras.Sequential([keras.Input((7, 2)), keras.layers.LSTM(5), keras.layers.Dense(1)])
    lstm, dense = wire.decode(wire.encode(layers_of(model)), Opaque)
    assert (lstm["kind"], json.loads(lstm["config"])["units"]) == ("LSTM", 5)
    assert [weight.shape for weight in lstm["weights"]] == [(2, 20), (5, 20), (20,)]
    assert [weight.shape for weight in dense["weights"]] == [(5, 1), (1,)]


def test_what_is_no_model_stays_what_it_is():
    for value in (None, 3, "text", np.ones(2), [1], object()):
        assert described(value) is value


def test_a_dataset_is_told_by_its_batches(keras):
    import tensorflow as tf

    data = np.arange(10, dtype="float32").reshape(5, 2)
    told = described(tf.data.Dataset.from_tensor_slices({"x": data, "n": [1, 2, 3, 4, 5]}).batch(3))
    assert [batch["x"].shape for batch in told["batches"]] == [(3, 2), (2, 2)]
    assert told["batches"][0]["x"].dtype == np.float64
    assert told["batches"][1]["n"].tolist() == [4, 5]


def test_models_differ_in_words(keras):
    one, other = (described(keras.Sequential([keras.Input((length, 2)), keras.layers.LSTM(3)])) for length in (4, 5))
    assert not difference(one, one, "model")
    assert same_answer(one, one)
    assert not same_answer(one, other)
    assert str(difference(other, one, "model")) == "model's input_shape is not what it must be ('(None, 5, 2)', expected '(None, 4, 2)')"
    assert str(difference(np.ones(2), one, "model")) == "model must be a keras.Model (a NumPy array came)"
    assert str(difference(one, np.ones(2), "h")) == "h must be a NumPy array (a keras.Model came)"


def test_a_stand_in_answers_for_its_model(keras):
    stand_in = in_process(lambda units: keras.Sequential([keras.Input((7, 2)), keras.layers.LSTM(units)]), "model")
    assert stand_in(4)["layers"] == "LSTM(units=4, activation=tanh)"
    assert stand_in.predict(np.ones((3, 7, 2))).shape == (3, 4)
    assert len(stand_in.layers()) == 1
    with pytest.raises(StudentError):
        in_process(lambda: 3, "three").predict(np.ones((3, 7, 2)))


def test_a_sealed_model_answers_what_its_weights_say(keras, worker):
    assert call(worker, "model", 5)["answer"]["layers"] == "LSTM(units=5, activation=tanh), Dense(units=1, activation=linear)"
    x = np.random.default_rng(0).normal(size=(3, 7, 2))
    told = worker.ask(30, do="about", name="model", what="predict", args=(x,))["answer"]
    weights = worker.ask(30, do="about", name="model", what="layers", args=())["answer"]
    twin = keras.Sequential([keras.Input((7, 2)), keras.layers.LSTM(5), keras.layers.Dense(1)])
    twin.set_weights([weight for layer in weights for weight in layer["weights"]])
    np.testing.assert_allclose(told, predicted(twin, x), rtol=1e-5)


def test_a_model_without_an_input_is_told_as_such(worker):
    assert call(worker, "without_input", 5)["answer"]["input_shape"] == "unknown"


def test_a_sealed_dataset_crosses_as_batches(worker):
    answer = call(worker, "dataset", np.arange(10.0).reshape(5, 2))["answer"]
    assert [y.tolist() for _, y in answer["batches"]] == [[0, 2], [4, 6], [8]]


def test_what_cannot_be_told_is_the_students_error(worker):
    for name, argument, said in (("endless", np.ones((5, 2)), "is there a repeat() in it?"), ("liar", 3, "division by zero")):
        assert said in call(worker, name, argument)["error"]["message"]


def test_asking_about_what_is_no_model_is_an_error(worker):
    call(worker, "dataset", np.ones((5, 2)))
    assert "error" in worker.ask(30, do="about", name="dataset", what="predict", args=(np.ones((3, 7, 2)),))

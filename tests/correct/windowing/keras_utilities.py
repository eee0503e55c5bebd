"""With what Keras and TensorFlow bring along: timeseries_dataset_from_array, models by the functional API."""

import numpy as np


def window_dataset(data, length, horizon, target, batch_size):
    import keras

    data = np.asarray(data, dtype="float64")
    count = len(data) - length - horizon + 1
    return keras.utils.timeseries_dataset_from_array(
        data[: count + length - 1], data[length + horizon - 1 :, target], sequence_length=length, batch_size=batch_size, shuffle=False)


def build_model(kind, length, features, units):
    import keras
    from keras import layers

    inputs = keras.Input(shape=(length, features))
    if kind == "Dense":
        middle = layers.Dense(units, activation="relu")(layers.Flatten()(inputs))
    elif kind == "SimpleRNN":
        middle = layers.SimpleRNN(units)(inputs)
    elif kind == "LSTM":
        middle = layers.LSTM(units)(inputs)
    elif kind == "GRU":
        middle = layers.GRU(units, reset_after=False)(inputs)
    elif kind == "Bidirectional":
        middle = layers.Bidirectional(layers.GRU(units))(inputs)
    elif kind == "Conv1D":
        middle = layers.GlobalMaxPooling1D()(layers.Conv1D(units, 2, padding="same", activation="tanh")(inputs))
    else:
        raise ValueError(kind)
    model = keras.Model(inputs, layers.Dense(1)(middle))
    model.compile(loss="mae", optimizer=keras.optimizers.RMSprop())
    return model

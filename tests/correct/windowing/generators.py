"""A dataset from a generator, and models that grow layer by layer, are not compiled and have more layers than they must."""

import numpy as np


def window_dataset(data, length, horizon, target, batch_size):
    import tensorflow as tf

    numbers = np.asarray(data, dtype="float32")
    starts = range(len(numbers) - length - horizon + 1)

    def pairs():
        for start in starts:
            yield numbers[start : start + length], numbers[start + length + horizon - 1, target]

    signature = (tf.TensorSpec((length, numbers.shape[1]), tf.float32), tf.TensorSpec((), tf.float32))
    return tf.data.Dataset.from_generator(pairs, output_signature=signature).batch(batch_size).prefetch(tf.data.AUTOTUNE)


def build_model(kind, length, features, units):
    from tensorflow import keras

    known = {"Dense", "SimpleRNN", "LSTM", "GRU", "Bidirectional", "Conv1D"}
    if kind not in known:
        raise ValueError(f"no such kind: {kind}")
    model = keras.models.Sequential()
    model.add(keras.Input((length, features)))
    if kind == "Dense":
        model.add(keras.layers.Reshape((length * features,)))
        model.add(keras.layers.Dense(units))
        model.add(keras.layers.Activation("tanh"))
    elif kind == "Conv1D":
        model.add(keras.layers.Conv1D(filters=units, kernel_size=min(3, length), activation="relu"))
        model.add(keras.layers.Dropout(0.2))
        model.add(keras.layers.Flatten())
    elif kind == "Bidirectional":
        model.add(keras.layers.Bidirectional(keras.layers.LSTM(units, return_sequences=True)))
        model.add(keras.layers.LSTM(units))
    else:
        layer = getattr(keras.layers, kind)
        model.add(layer(units, return_sequences=True))
        model.add(layer(units, dropout=0.1))
    model.add(keras.layers.Dense(1, activation="linear"))
    return model

"""Wrong in ways that no mistake of the catalogue names; each must lose points."""


def _layer(kind, units):
    import keras

    if kind == "Dense":
        return [keras.layers.Flatten(), keras.layers.Dense(units, activation="relu")]
    if kind == "Conv1D":
        return [keras.layers.Conv1D(units, 5, activation="relu"), keras.layers.GlobalMaxPooling1D()]
    return [getattr(keras.layers, kind)(units)]


def _model(*middle, shape, last, activation="softmax"):
    import keras

    return keras.Sequential([keras.Input(shape), *middle, keras.layers.Dense(last, activation=activation)])


def sees_the_last_step_only(kind, length, features, units, classes):
    import keras

    front = [keras.layers.Cropping1D((length - 1, 0))] if kind != "Conv1D" else []
    return _model(*front, *_layer(kind, units), shape=(length, features), last=classes)


def has_one_class_more(kind, length, features, units, classes):
    return _model(*_layer(kind, units), shape=(length, features), last=classes + 1)


def always_has_six_classes(kind, length, features, units, classes):
    return _model(*_layer(kind, units), shape=(length, features), last=6)


def has_one_unit_more(kind, length, features, units, classes):
    return _model(*_layer(kind, units + 1), shape=(length, features), last=classes)


def looks_at_three_steps(kind, length, features, units, classes):
    import keras

    narrow = [keras.layers.Conv1D(units, 3, activation="relu"), keras.layers.GlobalMaxPooling1D()]
    middle = narrow if kind == "Conv1D" else _layer(kind, units)
    return _model(*middle, shape=(length, features), last=classes)


def builds_a_gru_for_an_lstm(kind, length, features, units, classes):
    return _model(*_layer("GRU" if kind == "LSTM" else kind, units), shape=(length, features), last=classes)


def ends_in_tanh(kind, length, features, units, classes):
    return _model(*_layer(kind, units), shape=(length, features), last=classes, activation="tanh")


def answers_none(kind, length, features, units, classes):
    _model(*_layer(kind, units), shape=(length, features), last=classes)

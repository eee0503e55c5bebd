"""Wrong models that have no name."""


def _model(vocabulary, units, length, layer):
    import keras

    first = [keras.Input((length,)), keras.layers.Embedding(vocabulary, 16)]
    return keras.Sequential([*first, layer(keras.layers), keras.layers.Dense(vocabulary)])


def peeks_with_padding(kind, vocabulary, units, length):
    if kind == "Conv1D":
        return _model(vocabulary, units, length, lambda of: of.Conv1D(units, 8, padding="same", activation="relu"))
    return _model(vocabulary, units, length, lambda of: getattr(of, kind)(units, return_sequences=True))


def peeks_with_both_directions(kind, vocabulary, units, length):
    if kind == "Conv1D":
        return _model(vocabulary, units, length, lambda of: of.Conv1D(units, 8, padding="causal", activation="relu"))
    return _model(vocabulary, units, length, lambda of: of.Bidirectional(getattr(of, kind)(units, return_sequences=True)))


def reads_backwards(kind, vocabulary, units, length):
    if kind == "Conv1D":
        return _model(vocabulary, units, length, lambda of: of.Conv1D(units, 8, padding="causal", activation="relu"))
    return _model(vocabulary, units, length, lambda of: getattr(of, kind)(units, return_sequences=True, go_backwards=True))


def sees_one_character(kind, vocabulary, units, length):
    return _model(vocabulary, units, length, lambda of: of.Dense(units, activation="relu"))

"""Wrong in ways that no mistake of the catalogue names; each must lose points."""


def _tagger(middle, length, vocabulary, *, flip=False, first_only=False, width=16):
    import keras

    layers = keras.layers
    begin = [keras.Input((length, 3)), layers.Embedding(vocabulary, width), layers.Reshape((length, 3 * width))]
    return keras.Sequential([*begin, *middle, layers.Dense(7)])


def _middle(kind, units):
    from keras import layers

    return {
        "Dense": lambda: [layers.Dense(units, activation="relu")],
        "Conv1D": lambda: [layers.Conv1D(units, 7, padding="same", activation="relu")],
        "SimpleRNN": lambda: [layers.SimpleRNN(units, return_sequences=True)],
        "LSTM": lambda: [layers.LSTM(units, return_sequences=True)],
        "Bidirectional": lambda: [layers.Bidirectional(layers.LSTM(units, return_sequences=True))],
    }[kind]()


def reads_backwards_only(kind, length, vocabulary, units):
    from keras import layers

    middle = [layers.LSTM(units, return_sequences=True, go_backwards=True)] if kind == "LSTM" else _middle(kind, units)
    return _tagger(middle, length, vocabulary)


def pads_causally(kind, length, vocabulary, units):
    from keras import layers

    middle = [layers.Conv1D(units, 7, padding="causal", activation="relu")] if kind == "Conv1D" else _middle(kind, units)
    return _tagger(middle, length, vocabulary)


def has_a_small_window(kind, length, vocabulary, units):
    from keras import layers

    middle = [layers.Conv1D(units, 3, padding="same", activation="relu")] if kind == "Conv1D" else _middle(kind, units)
    return _tagger(middle, length, vocabulary)


def builds_a_gru_for_an_lstm(kind, length, vocabulary, units):
    from keras import layers

    middle = [layers.GRU(units, return_sequences=True)] if kind == "LSTM" else _middle(kind, units)
    return _tagger(middle, length, vocabulary)


def repeats_the_last_state(kind, length, vocabulary, units):
    from keras import layers

    middle = [layers.LSTM(units), layers.RepeatVector(length)] if kind == "LSTM" else _middle(kind, units)
    return _tagger(middle, length, vocabulary)


def has_one_unit_more(kind, length, vocabulary, units):
    return _tagger(_middle(kind, units + 1), length, vocabulary)


def answers_the_layers(kind, length, vocabulary, units):
    return _middle(kind, units)

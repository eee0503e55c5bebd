"""Wrong in ways that no mistake of the catalogue names; each must lose points."""


def _model(kind, length, features, units, code, *, first=(), wide=None, other=None, code_size=None, activation=None):
    import keras
    from keras import layers

    wide, decoder_kind = wide or units, other or kind
    if kind == "Dense":
        middle = [layers.Flatten(), layers.Dense(units, activation="relu"), layers.Dense(code_size or code),
                  layers.Dense(wide, activation="relu"), layers.Dense(length * features, activation=activation),
                  layers.Reshape((length, features))]
    elif kind == "Conv1D":
        middle = [layers.Conv1D(units, 3, padding="same", activation="relu"), layers.Flatten(), layers.Dense(code_size or code),
                  layers.Dense(length * wide, activation="relu"), layers.Reshape((length, wide)),
                  layers.Conv1D(features, 3, padding="same", activation=activation)]
    elif kind in ("SimpleRNN", "LSTM", "GRU"):
        middle = [getattr(layers, kind)(units), layers.Dense(code_size or code), layers.RepeatVector(length),
                  getattr(layers, decoder_kind)(wide, return_sequences=True), layers.Dense(features, activation=activation)]
    else:
        raise ValueError(kind)
    model = keras.Sequential([keras.Input((length, features)), *first, *middle])
    model.compile(optimizer="adam", loss="mse")
    return model


def has_a_code_of_eight(kind, length, features, units, code):
    return _model(kind, length, features, units, code, code_size=8)


def has_a_code_one_too_wide(kind, length, features, units, code):
    return _model(kind, length, features, units, code, code_size=code + 1)


def drops_the_first_step(kind, length, features, units, code):
    import keras

    return _model(kind, length, features, units, code, first=[keras.layers.Cropping1D((1, 0)), keras.layers.ZeroPadding1D((1, 0))])


def decodes_with_another_layer(kind, length, features, units, code):
    return _model(kind, length, features, units, code, other="SimpleRNN" if kind == "LSTM" else None)


def has_a_narrower_decoder(kind, length, features, units, code):
    return _model(kind, length, features, units, code, wide=3 if kind in ("SimpleRNN", "LSTM", "GRU") else None)


def answers_positive_numbers(kind, length, features, units, code):
    return _model(kind, length, features, units, code, activation="softplus")


def builds_dense_for_everything(kind, length, features, units, code):
    if kind not in ("Dense", "Conv1D", "SimpleRNN", "LSTM", "GRU"):
        raise ValueError(kind)
    return _model("Dense", length, features, units, code)

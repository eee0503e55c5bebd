"""Wrong in ways that no mistake of the catalogue names; each must lose points."""


def _model(*middle, shape, last=1, **options):
    import keras

    return keras.Sequential([keras.Input(shape), *middle, keras.layers.Dense(last, **options)])


def _layer(kind, units, **options):
    import keras

    if kind == "Dense":
        return [keras.layers.Flatten(), keras.layers.Dense(units, activation="relu")]
    if kind == "Conv1D":
        return [keras.layers.Conv1D(units, 3, padding="causal", activation="relu"), keras.layers.Flatten()]
    if kind == "Bidirectional":
        return [keras.layers.Bidirectional(keras.layers.LSTM(units, **options))]
    return [getattr(keras.layers, kind)(units, **options)]


def _known(kind):
    if kind not in {"Dense", "SimpleRNN", "LSTM", "GRU", "Bidirectional", "Conv1D"}:
        raise ValueError(kind)


def sees_the_last_step_only(kind, length, features, units):
    import keras

    _known(kind)
    return _model(keras.layers.Cropping1D((length - 1, 0)), *_layer(kind, units), shape=(length, features))


def sees_the_first_feature_only(kind, length, features, units):
    import keras

    _known(kind)
    return _model(keras.layers.Lambda(lambda x: x[..., :1]), *_layer(kind, units), shape=(length, features))


def has_one_unit_more(kind, length, features, units):
    _known(kind)
    return _model(*_layer(kind, units + 1), shape=(length, features))


def always_has_thirty_two_units(kind, length, features, units):
    _known(kind)
    return _model(*_layer(kind, 32), shape=(length, features))


def is_all_dense(kind, length, features, units):
    _known(kind)
    return _model(*_layer("Dense", units), shape=(length, features))


def builds_a_gru_for_an_lstm(kind, length, features, units):
    _known(kind)
    return _model(*_layer("GRU" if kind == "LSTM" else kind, units), shape=(length, features))


def forgets_the_wrapper(kind, length, features, units):
    _known(kind)
    return _model(*_layer("LSTM" if kind == "Bidirectional" else kind, units), shape=(length, features))


def answers_none(kind, length, features, units):
    _known(kind)
    _model(*_layer(kind, units), shape=(length, features))


def answers_the_layers(kind, length, features, units):
    _known(kind)
    return _layer(kind, units)


def answers_two_numbers(kind, length, features, units):
    _known(kind)
    return _model(*_layer(kind, units), shape=(length, features), last=2)


def ends_in_exponential(kind, length, features, units):
    _known(kind)
    return _model(*_layer(kind, units), shape=(length, features), activation="softplus")


def has_an_input_of_fixed_batch(kind, length, features, units):
    import keras

    _known(kind)
    return keras.Sequential([keras.Input(batch_shape=(4, length, features)), *_layer(kind, units), keras.layers.Dense(1)])


def knows_three_kinds(kind, length, features, units):
    if kind not in {"SimpleRNN", "LSTM", "GRU"}:
        raise ValueError(kind)
    return _model(*_layer(kind, units), shape=(length, features))


def adds_a_random_number(kind, length, features, units):
    import keras

    _known(kind)
    noise = keras.layers.Lambda(lambda x: x + keras.random.normal(keras.ops.shape(x)))
    return keras.Sequential([keras.Input((length, features)), *_layer(kind, units), keras.layers.Dense(1), noise])


def answers_a_function(kind, length, features, units):
    _known(kind)
    return lambda x: x[:, -1, :1]

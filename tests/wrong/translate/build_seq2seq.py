"""Wrong in ways that no mistake of the catalogue names; each must lose points."""


def _parts(attention, source_words, target_words, units, *, state=True, future=False, output=True, encoder=True, swapped=False):
    import keras
    from keras import layers

    source, inputs = keras.Input((None,), dtype="int32"), keras.Input((None,), dtype="int32")
    x = layers.Embedding(target_words if swapped else source_words, units)(source)
    y = layers.Embedding(source_words if swapped else target_words, units)(inputs)
    half = layers.GRU(units // 2, return_sequences=True, return_state=True)
    encoded, *both = layers.Bidirectional(half)(x) if encoder else layers.Bidirectional(half)(y)
    begin = {"initial_state": layers.Concatenate()(both)} if state else {}
    decoded = layers.GRU(units, return_sequences=True, go_backwards=future)(y, **begin)
    if attention:
        decoded = layers.Concatenate()([decoded, layers.Attention()([decoded, encoded])])
        decoded = layers.Dense(units, activation="tanh")(decoded)
    logits = layers.Dense(target_words, activation=None if output else "sigmoid")(decoded)
    return keras.Model([source, inputs], logits)


def never_looks_at_the_source(attention, source_words, target_words, units):
    return _parts(attention, source_words, target_words, units, encoder=False)


def runs_backwards(attention, source_words, target_words, units):
    return _parts(attention, source_words, target_words, units, future=True)


def squashes_with_a_sigmoid(attention, source_words, target_words, units):
    return _parts(attention, source_words, target_words, units, output=False)


def swaps_the_vocabularies(attention, source_words, target_words, units):
    return _parts(attention, source_words, target_words, units, swapped=True)


def is_always_sixty_four_wide(attention, source_words, target_words, units):
    return _parts(attention, source_words, target_words, 64)


def has_an_encoder_for_nothing(attention, source_words, target_words, units):
    import keras
    from keras import layers

    source, inputs = keras.Input((None,), dtype="int32"), keras.Input((None,), dtype="int32")
    encoded = layers.Bidirectional(layers.GRU(units // 2))(layers.Embedding(source_words, units)(source))
    y = layers.Embedding(target_words, units)(inputs) + 0 * encoded[:, None]
    if attention:
        y = layers.Attention()([y, y], use_causal_mask=True)
    return keras.Model([source, inputs], layers.Dense(target_words)(layers.GRU(units, return_sequences=True)(y)))

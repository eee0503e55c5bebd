"""Encoder-decoders as the checks of `build_seq2seq` see them: described in text."""


def described(attention, target_words, units, *, encoder="", state=True, steps=True, decoder="{}", last=None,
              squash="linear", wide=None):
    """What `autograder.description` says of a model; the settings are what students get wrong.

    encoder: another layer in its place; state: two last states are joined; steps: the decoder's return_sequences;
    decoder: what is around it; last: units of the output layer; squash: its activation; wide: units of the decoder.
    """
    every = ", return_sequences=True"
    around = f"Bidirectional(GRU(units={units // 2}, activation=tanh{every}))"
    deciding = decoder.format(f"GRU(units={wide or units}, activation=tanh{every if steps else ''})")
    middle = ["Attention()", "Concatenate()", f"Dense(units={units}, activation=tanh)"] if attention else []
    layers = ["Embedding()", encoder or around, "Embedding()", *(["Concatenate()"] if state else []), deciding, *middle,
              f"Dense(units={last or target_words}, activation={squash})"]
    shape = ("None, " if steps or attention else "") + str(last or target_words)
    return {"type": "keras.Model", "input_shape": "[(None, None), (None, None)]", "output_shape": f"(None, {shape})",
            "layers": ", ".join(layers)}

"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

from solutions.forecast.reference import parameter_count as right


def counts_the_pooling_layer(kind, length, features, units, outputs):
    return right(kind, length, features, units, outputs) + (units if kind == "Conv1D" else 0)


def counts_optimizer_too(kind, length, features, units, outputs):
    return 3 * right(kind, length, features, units, outputs)


def swaps_features_and_length(kind, length, features, units, outputs):
    return right(kind, features, length, units, outputs)


def swaps_units_and_outputs(kind, length, features, units, outputs):
    return right(kind, length, features, outputs, units)


def halves_bidirectional_units(kind, length, features, units, outputs):
    return right(kind, length, features, units // 2, outputs) if kind == "Bidirectional" else right(kind, length, features, units, outputs)


def takes_every_kind_for_an_lstm(kind, length, features, units, outputs):
    return right("LSTM", length, features, units, outputs)


def adds_a_state(kind, length, features, units, outputs):
    extra = 2 * units if kind in ("LSTM", "Bidirectional") else units if kind in ("SimpleRNN", "GRU") else 0
    return right(kind, length, features, units, outputs) + extra

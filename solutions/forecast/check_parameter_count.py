"""Checks of `parameter_count`, and the mistakes they recognise (deck 2, "LSTM Cell"; Keras's own layers)."""

from autograder.checks import check, expect_answer, expect_contract
from solutions.forecast.reference import parameter_count as reference

name = "parameter_count"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
KINDS = "Dense", "Conv1D", "SimpleRNN", "LSTM", "GRU", "Bidirectional"


def _sizes(rng):
    """length, features, units and outputs: all different, the length no multiple of four."""
    a, b, c = rng.permutation([3, 5, 7, 11, 13])[:3].tolist()
    return 4 * a + 2, a, b, c


@check(points=1, public=True)
def returns_a_whole_number(parameter_count, rng):
    """returns an int"""
    args = "LSTM", *_sizes(rng)
    expect_contract("the answer", parameter_count(*args), reference(*args))


@check(points=1, public=True)
def counts_simple_kinds(parameter_count, rng):
    """counts Dense and SimpleRNN, each with its output layer"""
    for kind in ("Dense", "SimpleRNN"):
        expect_answer(parameter_count, reference, kind, *_sizes(rng))


@check(points=1)
def counts_convolutions(parameter_count, rng):
    """counts Conv1D, whose output layer sees a quarter of the rows"""
    for _ in range(3):
        expect_answer(parameter_count, reference, "Conv1D", *_sizes(rng))


@check(points=2)
def counts_gates(parameter_count, rng):
    """counts LSTM, GRU and Bidirectional"""
    for kind in ("LSTM", "GRU", "Bidirectional"):
        for _ in range(2):
            expect_answer(parameter_count, reference, kind, *_sizes(rng))


@check(points=1)
def counts_any_size(parameter_count, rng):
    """counts all six for one feature, one unit, one output, and for large ones"""
    for kind in KINDS:
        for sizes in ((48, 9, 32, 8), (20, 1, 16, 1), (7, 4, 1, 2), (64, 6, 300, 1)):
            expect_answer(parameter_count, reference, kind, *sizes)


# ------------------------------------------------------------------------------------------------ mistakes


def _count(kind, length, features, units, outputs, *, biases=1, gru_biases=2, gates=None, last=None, rows=None, conv=5, ways=2, cell=None,
           last_bias=1):
    """The reference in parts; the settings are what students get wrong."""
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
    gates = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3, "Bidirectional": 4} | (gates or {})
    seen = {"Conv1D": (length // 4 if rows is None else rows) * units, "Bidirectional": 2 * units} | (last or {})
    if kind == "Dense":
        layer = (length * features + biases) * units
    elif kind == "Conv1D":
        layer = (conv * features + biases) * units
    else:
        weights = units * (units + features) if cell is None else cell
        layer = gates[kind] * (weights + units * (gru_biases if kind == "GRU" else biases)) * (ways if kind == "Bidirectional" else 1)
    return layer + (seen.get(kind, units) + last_bias) * outputs


def forgets_the_biases(kind, length, features, units, outputs):
    """The biases are missing, in the layer and in the output layer: one for every unit, filter and output."""
    return _count(kind, length, features, units, outputs, biases=0, gru_biases=0, last_bias=0)


def forgets_the_layers_biases(kind, length, features, units, outputs):
    """The layer's biases are missing: one for every unit (and gate) or filter."""
    return _count(kind, length, features, units, outputs, biases=0, gru_biases=0)


def forgets_the_output_bias(kind, length, features, units, outputs):
    """The output layer's biases are missing: one for every output."""
    return _count(kind, length, features, units, outputs, last_bias=0)


def forgets_the_output_layer(kind, length, features, units, outputs):
    """The output layer is missing: a weight for each number that it sees and a bias, per output."""
    return _layer(kind, length, features, units)


def _layer(kind, length, features, units):
    return _count(kind, length, features, units, 0)


def gives_a_gru_one_bias(kind, length, features, units, outputs):
    """Your GRU has one bias per unit and gate, as on the slides; Keras's (reset_after=True) has two: 3(H(H+D) + 2H)."""
    return _count(kind, length, features, units, outputs, gru_biases=1)


def gives_an_lstm_two_biases(kind, length, features, units, outputs):
    """Your LSTM has two biases per unit and gate, as PyTorch keeps them; Keras's has one."""
    return reference(kind, length, features, units, outputs) + {"LSTM": 4, "Bidirectional": 8}.get(kind, 0) * units


def counts_the_gates_only(kind, length, features, units, outputs):
    """Your LSTM has three inner networks, its gates; the candidate is the fourth."""
    return _count(kind, length, features, units, outputs, gates={"LSTM": 3, "Bidirectional": 3})


def gives_a_gru_four_networks(kind, length, features, units, outputs):
    """Your GRU has four inner networks; it has three, two gates and the candidate."""
    return _count(kind, length, features, units, outputs, gates={"GRU": 4})


def counts_one_network(kind, length, features, units, outputs):
    """Your LSTM and GRU are as large as a SimpleRNN: an LSTM has four such networks inside, a GRU three."""
    return _count(kind, length, features, units, outputs, gates={"LSTM": 1, "GRU": 1, "Bidirectional": 1})


def goes_one_way_only(kind, length, features, units, outputs):
    """Your Bidirectional has one LSTM; it has two, one for each direction."""
    return _count(kind, length, features, units, outputs, ways=1)


def forgets_that_two_ways_meet(kind, length, features, units, outputs):
    """Your output layer sees `units` numbers after Bidirectional; both directions stand side by side, 2 * units."""
    return _count(kind, length, features, units, outputs, last={"Bidirectional": units})


def forgets_the_pooling(kind, length, features, units, outputs):
    """After Conv1D your output layer sees every row; the largest of every four is kept, length // 4 rows."""
    return _count(kind, length, features, units, outputs, rows=length)


def rounds_the_pooling_up(kind, length, features, units, outputs):
    """After Conv1D you keep a last group of fewer than four rows; Keras drops it, length // 4."""
    return _count(kind, length, features, units, outputs, rows=-(-length // 4))


def sees_one_row_of_the_convolution(kind, length, features, units, outputs):
    """After Conv1D your output layer sees `units` numbers; after Flatten it sees them for length // 4 rows."""
    return _count(kind, length, features, units, outputs, rows=1)


def takes_filters_of_three_rows(kind, length, features, units, outputs):
    """Your filters see 3 rows; here they see 5."""
    return _count(kind, length, features, units, outputs, conv=3)


def forgets_the_filters_columns(kind, length, features, units, outputs):
    """Your filters have 5 weights; each sees 5 rows of all columns, 5 * features."""
    return _count(kind, length, 1, units, outputs) if kind == "Conv1D" else reference(kind, length, features, units, outputs)


def forgets_to_flatten(kind, length, features, units, outputs):
    """Your Dense layer sees one row; after Flatten it sees the whole window, length * features numbers."""
    return _count(kind, 1, features, units, outputs) if kind == "Dense" else reference(kind, length, features, units, outputs)


def counts_every_step(kind, length, features, units, outputs):
    """You multiply recurrent layers by the number of steps: all steps share one set of weights."""
    extra = 0 if kind in ("Dense", "Conv1D") else (length - 1) * _layer(kind, length, features, units)
    return reference(kind, length, features, units, outputs) + extra


def forgets_the_recurrent_weights(kind, length, features, units, outputs):
    """The weights that meet the state are missing: a unit sees U + F numbers."""
    return _count(kind, length, features, units, outputs, cell=units * features)


def returns_a_float(kind, length, features, units, outputs):
    """The number is right, but it is a float: count with whole numbers, and divide with // if you divide."""
    return float(reference(kind, length, features, units, outputs))

"""Checks of `lstm_param_count`, and the mistakes they recognise (deck 2, "LSTM Cell")."""

from autograder.checks import check, expect_answer, expect_contract
from solutions.lstm.reference import lstm_param_count as reference

name = "lstm_param_count"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _sizes(rng, largest):
    """D and H: different, more than 1."""
    D, H = rng.choice(range(2, largest), 2, replace=False).tolist()
    return D, H


@check(points=1, public=True)
def returns_a_whole_number(lstm_param_count, rng):
    """returns an int"""
    D, H = _sizes(rng, 9)
    expect_contract("the answer", lstm_param_count(D, H), reference(D, H))


@check(points=1, public=True)
def counts_small_cells(lstm_param_count, rng):
    """counts every weight and bias of a small cell"""
    for _ in range(3):
        expect_answer(lstm_param_count, reference, *_sizes(rng, 30))


@check(points=1)
def counts_any_cell(lstm_param_count, rng):
    """counts every weight and bias of large cells, of one feature, of one unit, and of as many features as units"""
    D, H = _sizes(rng, 300)
    for sizes in ((D, H), (H, D), (1, H), (D, 1), (H, H), (1, 1), _sizes(rng, 300)):
        expect_answer(lstm_param_count, reference, *sizes)


# ------------------------------------------------------------------------------------------------ mistakes


def forgets_the_biases(input_size, hidden_size):
    """The biases are missing: each network has H of them, one for every unit."""
    return 4 * (hidden_size + input_size) * hidden_size


def shares_one_bias(input_size, hidden_size):
    """You count one vector of biases for the cell; each of the four networks has its own."""
    return 4 * (hidden_size + input_size) * hidden_size + hidden_size


def counts_one_number_as_a_bias(input_size, hidden_size):
    """You count one bias for each network; it has one for every unit, H of them."""
    return 4 * ((hidden_size + input_size) * hidden_size + 1)


def counts_two_biases(input_size, hidden_size):
    """You count two biases for every unit and network, as PyTorch keeps them; here, and in Keras, there is one."""
    return 4 * ((hidden_size + input_size) * hidden_size + 2 * hidden_size)


def counts_one_network(input_size, hidden_size):
    """That is one inner network; there are four: three gates and the candidate."""
    return (hidden_size + input_size) * hidden_size + hidden_size


def counts_the_gates_only(input_size, hidden_size):
    """You count three networks, for the three gates; the candidate is the fourth. (A GRU has three.)"""
    return 3 * ((hidden_size + input_size) * hidden_size + hidden_size)


def forgets_the_recurrent_weights(input_size, hidden_size):
    """The weights that meet h_{t-1} are missing: a network sees [h_{t-1}, x_t], H + D numbers."""
    return 4 * (input_size * hidden_size + hidden_size)


def forgets_the_input_weights(input_size, hidden_size):
    """The weights that meet x_t are missing: a network sees [h_{t-1}, x_t], H + D numbers."""
    return 4 * (hidden_size * hidden_size + hidden_size)


def takes_d_for_h(input_size, hidden_size):
    """You use one size for both: W has H + D rows, and D need not be H."""
    return 4 * (2 * hidden_size * hidden_size + hidden_size)


def swaps_the_sizes(input_size, hidden_size):
    """You swap input_size and hidden_size: W has H + D rows and H columns."""
    return 4 * ((hidden_size + input_size) * input_size + input_size)


def multiplies_the_sizes(input_size, hidden_size):
    """You count H * D rows; h and x stand side by side in [h, x], so W has H + D."""
    return 4 * (hidden_size * input_size * hidden_size + hidden_size)


def adds_peepholes(input_size, hidden_size):
    """You count 3 * H too many, the weights of peepholes from the cell to the gates; this cell has none."""
    return 4 * ((hidden_size + input_size) * hidden_size + hidden_size) + 3 * hidden_size


def counts_the_states(input_size, hidden_size):
    """You count h and C as well; they are computed, not learned."""
    return 4 * ((hidden_size + input_size) * hidden_size + hidden_size) + 2 * hidden_size


def returns_a_float(input_size, hidden_size):
    """The number is right, but it is a float: count with whole numbers, and divide with // if you divide."""
    return 4.0 * ((hidden_size + input_size) * hidden_size + hidden_size)

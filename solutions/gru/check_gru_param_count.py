"""Checks of `gru_param_count`, and the mistakes they recognise (deck 2, "RNN vs LSTM vs GRU")."""

from autograder.checks import check, expect_answer, expect_contract
from solutions.gru.reference import gru_param_count as reference

name = "gru_param_count"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _sizes(rng, largest):
    """D and H: different, more than 1."""
    D, H = rng.choice(range(2, largest), 2, replace=False).tolist()
    return D, H


@check(points=1, public=True)
def returns_a_whole_number(gru_param_count, rng):
    """returns an int"""
    D, H = _sizes(rng, 9)
    expect_contract("the answer", gru_param_count(D, H), reference(D, H))


@check(points=1, public=True)
def counts_small_cells(gru_param_count, rng):
    """counts every weight and bias of a small cell, one bias per network where reset_after is left out"""
    for _ in range(3):
        expect_answer(gru_param_count, reference, *_sizes(rng, 30))


@check(points=1, public=True)
def counts_both_forms(gru_param_count, rng):
    """counts a second bias per network for reset_after=True, and none for reset_after=False"""
    D, H = _sizes(rng, 30)
    for reset_after in (True, False):
        expect_answer(gru_param_count, reference, D, H, reset_after)
    expect_answer(gru_param_count, reference, D, H, reset_after=True)


@check(points=1)
def counts_any_cell(gru_param_count, rng):
    """counts large cells, of one feature, of one unit, and of as many features as units, in both forms"""
    D, H = _sizes(rng, 300)
    for sizes in ((D, H), (H, D), (1, H), (D, 1), (H, H), (1, 1), _sizes(rng, 300)):
        expect_answer(gru_param_count, reference, *sizes)
        expect_answer(gru_param_count, reference, *sizes, True)


# ------------------------------------------------------------------------------------------------ mistakes


def _count(D, H, biases, networks=3, rows=None):
    """So many networks of rows * H weights, and so many biases in all."""
    return networks * (H + D if rows is None else rows) * H + biases


def forgets_the_biases(input_size, hidden_size, reset_after=False):
    """The biases are missing, as on the slides: each network has H of them, one for every unit (two with reset_after)."""
    return _count(input_size, hidden_size, 0)


def ignores_reset_after(input_size, hidden_size, reset_after=False):
    """Your count does not depend on reset_after: with it each network has a second bias, 3 * H more."""
    return _count(input_size, hidden_size, 3 * hidden_size)


def always_counts_two_biases(input_size, hidden_size, reset_after=False):
    """You count two biases for every network, as PyTorch and Keras's default have; without reset_after it is one."""
    return _count(input_size, hidden_size, 6 * hidden_size)


def resets_after_by_default(input_size, hidden_size, reset_after=True):
    """You take reset_after for True where it is left out, as Keras does; here the default is False."""
    return reference(input_size, hidden_size, reset_after)


def turns_reset_after_round(input_size, hidden_size, reset_after=False):
    """The second bias belongs to reset_after=True; you count it for False."""
    return reference(input_size, hidden_size, not reset_after)


def adds_one_bias_for_all(input_size, hidden_size, reset_after=False):
    """With reset_after you add H; each of the three networks has a second bias: 3 * H more."""
    return _count(input_size, hidden_size, (4 if reset_after else 3) * hidden_size)


def adds_a_bias_for_the_gates_only(input_size, hidden_size, reset_after=False):
    """With reset_after you add 2 * H; in Keras the candidate has a second bias as well: 3 * H more."""
    return _count(input_size, hidden_size, (5 if reset_after else 3) * hidden_size)


def doubles_everything(input_size, hidden_size, reset_after=False):
    """With reset_after you double all numbers; only the biases double, the weights do not."""
    return reference(input_size, hidden_size) * (2 if reset_after else 1)


def shares_one_bias(input_size, hidden_size, reset_after=False):
    """You count one vector of biases for the cell; each of the three networks has its own."""
    return _count(input_size, hidden_size, (2 if reset_after else 1) * hidden_size)


def counts_one_number_as_a_bias(input_size, hidden_size, reset_after=False):
    """You count one bias for each network; it has one for every unit, H of them."""
    return _count(input_size, hidden_size, 6 if reset_after else 3)


def counts_one_network(input_size, hidden_size, reset_after=False):
    """That is one inner network; there are three: two gates and the candidate."""
    return reference(input_size, hidden_size, reset_after) // 3


def counts_the_gates_only(input_size, hidden_size, reset_after=False):
    """You count two networks, for the two gates; the candidate is the third."""
    return reference(input_size, hidden_size, reset_after) // 3 * 2


def counts_an_lstm(input_size, hidden_size, reset_after=False):
    """You count four networks, as an LSTM has; a GRU has three: z, r and the candidate."""
    return reference(input_size, hidden_size, reset_after) // 3 * 4


def forgets_the_recurrent_weights(input_size, hidden_size, reset_after=False):
    """The weights that meet h_{t-1} are missing: a network sees [h_{t-1}, x_t], H + D numbers."""
    return _count(input_size, hidden_size, (6 if reset_after else 3) * hidden_size, rows=input_size)


def forgets_the_input_weights(input_size, hidden_size, reset_after=False):
    """The weights that meet x_t are missing: a network sees [h_{t-1}, x_t], H + D numbers."""
    return _count(input_size, hidden_size, (6 if reset_after else 3) * hidden_size, rows=hidden_size)


def takes_d_for_h(input_size, hidden_size, reset_after=False):
    """You use one size for both: W has H + D rows, and D need not be H."""
    return reference(hidden_size, hidden_size, reset_after)


def swaps_the_sizes(input_size, hidden_size, reset_after=False):
    """You swap input_size and hidden_size: W has H + D rows and H columns."""
    return reference(hidden_size, input_size, reset_after)


def multiplies_the_sizes(input_size, hidden_size, reset_after=False):
    """You count H * D rows; h and x stand side by side in [h, x], so W has H + D."""
    return _count(input_size, hidden_size, (6 if reset_after else 3) * hidden_size, rows=hidden_size * input_size)


def counts_the_state(input_size, hidden_size, reset_after=False):
    """You count h as well; it is computed, not learned."""
    return reference(input_size, hidden_size, reset_after) + hidden_size


def returns_a_float(input_size, hidden_size, reset_after=False):
    """The number is right, but it is a float: count with whole numbers, and divide with // if you divide."""
    return float(reference(input_size, hidden_size, reset_after))

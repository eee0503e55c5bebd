"""Checks of `fit_markov_chain`, and the mistakes they recognise (deck 0, "RNNs for Sequence Prediction")."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_close, expect_contract, expect_steady
from solutions.windowing.reference import fit_markov_chain as reference

name = "fit_markov_chain"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
WALK = np.array([0, 0, 1, 2, 0, 1, 1, 1, 3, 0, 2, 2, 3, 0, 0, 1])  # every state is left; 0 is followed by 0, 1 and 2


def _expect_known_rows(student, states, n_states):
    """The right chain, but for rows of states never left: of them nothing is known, so any probabilities will do."""
    chain, right = student(states, n_states), reference(states, n_states)
    expect_contract("chain", chain, right)
    expect_close("the sum of each row", np.sum(chain, axis=1), np.ones(n_states))
    expect(bool(np.min(chain) >= 0), "chain", "a probability is below 0")
    unknown = np.bincount(states[:-1], minlength=n_states)[:, None] == 0
    expect_close("chain", np.where(unknown, right, chain), right)


def _walk(rng):
    """WALK with the states' names exchanged."""
    return rng.permutation(4)[WALK]


@check(points=1, public=True)
def returns_a_square_matrix(fit_markov_chain, rng):
    """returns one float64 array of shape (n_states, n_states)"""
    states = _walk(rng)
    expect_contract("chain", fit_markov_chain(states, 4), reference(states, 4))


@check(points=1)
def keeps_to_its_arguments(fit_markov_chain, rng):
    """leaves states as they were, and remembers nothing from call to call"""
    expect_steady(fit_markov_chain, reference, (rng.integers(0, 3, 20), 3), (rng.integers(0, 3, 20), 3))


@check(points=1)
def leads_from_rows_to_columns(fit_markov_chain, rng):
    """a walk round a circle has probability 1 for each next state, and every row adds up to 1"""
    circle = np.tile(rng.permutation(5), 4)
    chain = fit_markov_chain(circle, 5)
    expect_close("chain", chain, reference(circle, 5))
    expect_close("the chance of each step", chain[circle[:-1], circle[1:]], np.ones(19))
    chain = fit_markov_chain(_walk(rng), 4)
    expect_close("the sum of each row", np.sum(chain, axis=1), np.ones(4))


@check(points=2, public=True)
def counts_what_follows_what(fit_markov_chain, rng):
    """chain[i, j] is how often j came right after i, as part of how often anything did"""
    expect_answer(fit_markov_chain, reference, _walk(rng), 4)


@check(points=1)
def knows_nothing_of_states_never_left(fit_markov_chain, rng):
    """a state that is never seen, or only at the very end, has a row that adds up to 1 as well, uniform or not"""
    names = rng.permutation(6)
    _expect_known_rows(fit_markov_chain, names[:4][WALK], 6)
    _expect_known_rows(fit_markov_chain, np.append(names[:4][WALK], names[4]), 6)


@check(points=1)
def takes_any_size(fit_markov_chain, rng):
    """works for one state, two, many states, the last ones never seen, and long series"""
    expect_answer(fit_markov_chain, reference, np.zeros(5, dtype=int), 1)
    for N, seen, n_states in ((30, 2, 2), (500, 12, 12), (3000, 3, 3), (40, 3, 5), (2, 2, 3)):
        _expect_known_rows(fit_markov_chain, rng.integers(0, seen, N), n_states)


# ------------------------------------------------------------------------------------------------ mistakes


def _counts(states, n_states, ahead=1):
    counts = np.zeros((n_states, n_states))
    np.add.at(counts, (states[:-ahead], states[ahead:]), 1.0)
    return counts


def _rows(counts, empty=None):
    """Each row divided by its sum; empty: what stands in rows without counts, if not a uniform row."""
    left = counts.sum(axis=1, keepdims=True)
    uniform = np.full(counts.shape, 1 / len(counts))
    return np.where(left > 0, counts / np.maximum(left, 1e-300), uniform if empty is None else empty)


def turns_the_matrix_round(states, n_states):
    """Your columns say where one comes from; rows do, and columns say where one goes to: chain[today, tomorrow]."""
    return reference(states, n_states).T


def asks_what_came_before(states, n_states):
    """You count which state came before; chain[i, j] is about the j that comes after i."""
    return reference(states[::-1], n_states)


def divides_by_the_columns(states, n_states):
    """Your columns add up to 1, not your rows: divide each row by its own sum, axis=1 with keepdims=True."""
    return _rows(_counts(states, n_states).T).T


def divides_along_the_wrong_axis(states, n_states):
    """You divide column j by the sum of row j: keepdims=True makes a column of the sums, one for each row."""
    counts = _counts(states, n_states)
    left = counts.sum(axis=1)
    return np.where(left > 0, counts / np.maximum(left, 1), 1 / n_states)


def returns_the_counts(states, n_states):
    """You return counts; divide each row by its sum."""
    return _counts(states, n_states)


def divides_by_all_pairs(states, n_states):
    """You divide by the number of all pairs; divide each row by its own sum, or rows do not add up to 1."""
    return _counts(states, n_states) / (len(states) - 1)


def divides_by_visits(states, n_states):
    """You divide by how often a state was seen, the very end included, where nothing follows: divide by the row's sum."""
    counts, visits = _counts(states, n_states), np.bincount(states, minlength=n_states)[:, None]
    return np.where(counts.sum(axis=1, keepdims=True) > 0, counts / np.maximum(visits, 1), 1 / n_states)


def counts_a_pair_once(states, n_states):
    """Each pair counts only once, however often it comes: counts[i, j] += 1 with arrays does that, np.add.at does not."""
    return _rows((_counts(states, n_states) > 0).astype(float))


def divides_by_zero(states, n_states):
    """A state that is never left has the row sum 0, and 0 / 0 is nan: its row is uniform, 1 / n_states."""
    return _rows(_counts(states, n_states), empty=np.nan)


def leaves_empty_rows_at_zero(states, n_states):
    """The row of a state that is never left is all zeros in your chain, and does not add up to 1: make it uniform."""
    return _rows(_counts(states, n_states), empty=0.0)


def adds_one_to_every_count(states, n_states):
    """You add 1 to every count (Laplace); here only the row of a state that is never left is uniform."""
    return _rows(_counts(states, n_states) + 1)


def joins_the_ends(states, n_states):
    """You let the first state follow the last one (np.roll?): nothing follows the last one."""
    return reference(np.append(states, states[0]), n_states)


def loses_the_last_pair(states, n_states):
    """Your last pair is missing: N states make N - 1 pairs."""
    return reference(states[:-1], n_states)


def loses_the_first_pair(states, n_states):
    """Your first pair is missing: N states make N - 1 pairs."""
    return reference(states[1:], n_states)


def takes_every_other_pair(states, n_states):
    """You cut the series into pairs that share no state; every neighbours are a pair: (0, 1), (1, 2), (2, 3)."""
    counts = np.zeros((n_states, n_states))
    np.add.at(counts, (states[:-1:2], states[1::2]), 1.0)
    return _rows(counts)


def looks_two_steps_ahead(states, n_states):
    """You count the state after next; count the one that comes right after."""
    return _rows(_counts(states, n_states, ahead=2))


def counts_changes_only(states, n_states):
    """You leave out a state that follows itself; that counts too, on the diagonal."""
    counts = _counts(states, n_states)
    return _rows(counts - np.diag(np.diag(counts)))


def forgets_today(states, n_states):
    """All your rows are the same: how often each state occurs. A row is about what comes after ITS state."""
    return np.tile(np.bincount(states, minlength=n_states) / len(states), (n_states, 1))


def picks_the_likeliest(states, n_states):
    """You put 1 at the likeliest next state; keep the probabilities of all of them."""
    counts = _counts(states, n_states)
    return _rows(np.eye(n_states)[counts.argmax(axis=1)] * (counts.sum(axis=1, keepdims=True) > 0))


def has_no_rows_for_states_unseen(states, n_states):
    """Your matrix is only as large as the largest state that was seen; it is n_states by n_states."""
    return reference(states, int(states.max()) + 1)


def takes_a_softmax(states, n_states):
    """You take a softmax of the counts; divide each row by its sum."""
    powers = np.exp(_counts(states, n_states) - _counts(states, n_states).max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def counts_both_ways(states, n_states):
    """You count each pair in both directions; time runs one way: only from today to tomorrow."""
    return _rows(_counts(states, n_states) + _counts(states, n_states).T)

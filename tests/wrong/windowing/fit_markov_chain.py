"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.windowing.reference import fit_markov_chain as right

memory = {}


def is_always_uniform(states, n_states):
    return np.full((n_states, n_states), 1 / n_states)


def always_stays(states, n_states):
    return np.eye(n_states)


def adds_a_half_to_every_count(states, n_states):
    counts = np.full((n_states, n_states), 0.5)
    np.add.at(counts, (states[:-1], states[1:]), 1)
    return counts / counts.sum(axis=1, keepdims=True)


def adds_a_hundredth(states, n_states):
    counts = np.full((n_states, n_states), 0.01)
    np.add.at(counts, (states[:-1], states[1:]), 1)
    return counts / counts.sum(axis=1, keepdims=True)


def looks_three_steps_ahead(states, n_states):
    return np.linalg.matrix_power(right(states, n_states), 3)


def takes_two_steps(states, n_states):
    return np.linalg.matrix_power(right(states, n_states), 2)


def returns_the_stationary_rows(states, n_states):
    return np.linalg.matrix_power(right(states, n_states), 64)


def counts_from_one(states, n_states):
    return np.roll(right(states, n_states), 1, axis=(0, 1))


def has_a_row_too_many(states, n_states):
    return right(states, n_states + 1)


def leaves_out_state_zero(states, n_states):
    return right(states, n_states)[1:, 1:]


def returns_percent(states, n_states):
    return 100 * right(states, n_states)


def returns_logarithms(states, n_states):
    return np.log(right(states, n_states) + 1e-12)


def returns_running_sums(states, n_states):
    return np.cumsum(right(states, n_states), axis=1)


def returns_lists(states, n_states):
    return right(states, n_states).tolist()


def returns_a_dict(states, n_states):
    chain = right(states, n_states)
    return {i: chain[i] for i in range(n_states)}


def returns_the_states_too(states, n_states):
    return right(states, n_states), np.arange(n_states)


def works_in_half_precision(states, n_states):
    return right(states, n_states).astype(np.float16)


def rounds(states, n_states):
    return right(states, n_states).round(2)


def divides_with_whole_numbers(states, n_states):
    return np.floor(right(states, n_states))


def counts_in_eight_bits(states, n_states):
    counts = np.zeros((n_states, n_states), dtype=np.uint8)
    np.add.at(counts, (states[:-1], states[1:]), 1)
    left = counts.sum(axis=1, keepdims=True)
    return np.where(left > 0, counts / np.maximum(left, 1), 1 / n_states)


def stops_after_a_hundred(states, n_states):
    return right(states[:100], n_states)


def learns_from_the_second_half(states, n_states):
    return right(states[len(states) // 2 :], n_states)


def sorts_the_states(states, n_states):
    return right(np.sort(states), n_states)


def shuffles_the_states(states, n_states):
    return right(np.random.default_rng(0).permutation(states), n_states)


def forgets_the_row_of_the_last_state(states, n_states):
    chain = right(states, n_states)
    chain[states[-1]] = 1 / n_states
    return chain


def fills_unseen_states_only(states, n_states):
    chain = right(states, n_states)
    if states[-1] not in states[:-1]:
        chain[states[-1]] = 0
    return chain


def divides_by_the_largest(states, n_states):
    chain = right(states, n_states)
    return chain / chain.max(axis=1, keepdims=True)


def answers_once(states, n_states):
    return memory.setdefault((len(states), n_states), right(states, n_states))


def sorts_in_place(states, n_states):
    chain = right(states, n_states)
    states.sort()
    return chain


def makes_it_symmetric(states, n_states):
    chain = right(states, n_states)
    return (chain + chain.T) / 2


def counts_every_later_state(states, n_states):
    counts = np.zeros((n_states, n_states))
    for t, state in enumerate(states):
        np.add.at(counts, (state, states[t + 1 :]), 1)
    left = counts.sum(axis=1, keepdims=True)
    return np.where(left > 0, counts / np.maximum(left, 1), 1 / n_states)

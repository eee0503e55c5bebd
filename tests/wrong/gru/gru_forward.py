"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.gru._cells import cell, reset_after_bias
from solutions.gru.reference import gru_forward as right
from solutions.gru.reference import gru_step

memory = {}
rng = np.random.default_rng(0)


def _with(x, h0, params, step):
    h, hs = h0, np.zeros((*x.shape[:2], h0.shape[1]))
    for t in range(x.shape[1]):
        h = hs[:, t] = step(x[:, t], h, params)
    return hs


def never_resets(x, h0, params):
    return _with(x, h0, params, lambda *args: cell(*args, inner=lambda v: v.h @ v.W_hh + v.x @ v.W_xh + v.b))


def resets_the_bias_too(x, h0, params):
    return _with(x, h0, params, lambda *args: cell(*args, inner=reset_after_bias))


def forgets_the_biases(x, h0, params):
    return _with(x, h0, params, lambda *args: cell(*args, bias=0.0))


def stacks_x_before_h(x, h0, params):
    return _with(x, h0, params, lambda *args: cell(*args, seen=lambda h, x: [x, h],
                                                   inner=lambda v: np.hstack([v.x, v.r * v.h]) @ v.W + v.b))


def swaps_the_gates(x, h0, params):
    return _with(x, h0, params, lambda *args: cell(*args, networks="rzh"))


def carries_the_candidate(x, h0, params):
    h, hs = h0, np.zeros((*x.shape[:2], h0.shape[1]))
    for t in range(x.shape[1]):
        hs[:, t] = gru_step(x[:, t], h, params)
        h = cell(x[:, t], h, params, mix=lambda v: v.C)
    return hs


def squeezes_one_sample(x, h0, params):
    hs = right(x, h0, params)
    return hs[0] if len(x) == 1 else hs


def repeats_the_first_sample(x, h0, params):
    return np.repeat(right(x, h0, params)[:1], len(x), axis=0)


def starts_all_from_the_first_row(x, h0, params):
    return right(x, np.repeat(h0[:1], len(x), axis=0), params)


def stops_after_eight_steps(x, h0, params):
    hs = right(x, h0, params)
    hs[:, 8:] = hs[:, 7:8] if hs.shape[1] > 8 else 0
    return hs


def forgets_every_third_step(x, h0, params):
    h, hs = h0, np.zeros((*x.shape[:2], h0.shape[1]))
    for t in range(x.shape[1]):
        h = hs[:, t] = gru_step(x[:, t], h * 0 if t and t % 3 == 0 else h, params)
    return hs


def starts_where_the_last_call_ended(x, h0, params):
    hs = right(x, memory.get(h0.shape, h0), params)
    memory[h0.shape] = hs[:, -1]
    return hs


def returns_a_list(x, h0, params):
    return list(right(x, h0, params).swapaxes(0, 1))


def returns_the_last_state_too(x, h0, params):
    hs = right(x, h0, params)
    return hs, hs[:, -1]


def returns_views_of_one_buffer(x, h0, params):
    hs = right(x, h0, params)
    for t in range(0, x.shape[1], 2):
        hs[:, t] = hs[:, -1]
    return hs


def flattens_time(x, h0, params):
    return right(x, h0, params).reshape(len(x), -1)


def puts_units_second(x, h0, params):
    return right(x, h0, params).swapaxes(1, 2)


def reshapes_time_first_to_batch_first(x, h0, params):
    hs = right(x, h0, params)
    return hs.swapaxes(0, 1).reshape(hs.shape)


def mixes_old_and_new(x, h0, params):
    hs = right(x, h0, params)
    return hs + np.concatenate([h0[:, None], hs[:, :-1]], axis=1)


def subtracts_the_mean(x, h0, params):
    return right(x - x.mean(axis=0), h0, params)


def clips_large_inputs(x, h0, params):
    return right(np.clip(x, -1, 1), h0, params)


def clips_the_states(x, h0, params):
    return np.clip(right(x, h0, params), -1, 1)


def shuffles_the_batch(x, h0, params):
    return right(x[::-1], h0, params)


def sums_over_time(x, h0, params):
    return np.cumsum(right(x, h0, params), axis=1)


def writes_the_answer_into_x(x, h0, params):
    hs = right(x, h0, params)
    x[..., 0] = 0
    return hs


def works_in_half_precision(x, h0, params):
    return right(x, h0, params).astype(np.float16)


def drops_some_steps(x, h0, params):
    return right(x * (rng.random(x.shape) > 0.05), h0, params)


def has_fixed_sizes(x, h0, params):
    hs = right(x, h0, params)
    return hs if hs.shape == (2, 3, 4) else np.zeros((2, 3, 4))


def takes_a_single_step(x, h0, params):
    return np.broadcast_to(gru_step(x[:, 0], h0, params)[:, None], (*x.shape[:2], h0.shape[1]))


def takes_the_reset_of_the_first_step(x, h0, params):
    """The gates are computed once, before the loop."""
    r = cell(x[:, 0], h0, params, mix=lambda v: v.r)
    return _with(x, h0, params, lambda *args: cell(*args, inner=lambda v: (r * v.h) @ v.W_hh + v.x @ v.W_xh + v.b))


def overflows(x, h0, params):
    return _with(x, h0, params, lambda *args: cell(*args, gate=lambda a: np.exp(a) / (1 + np.exp(a))))


def changes_the_params(x, h0, params):
    hs = right(x, h0, params)
    params.pop("b_r")
    return hs

"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.lstm.reference import lstm_forward as right
from solutions.lstm.reference import lstm_step

memory = {}
rng = np.random.default_rng(0)


def squeezes_one_sample(x, h0, c0, params):
    hs, cs = right(x, h0, c0, params)
    return (hs[0], cs[0]) if len(x) == 1 else (hs, cs)


def repeats_the_first_sample(x, h0, c0, params):
    return tuple(np.repeat(states[:1], len(x), axis=0) for states in right(x, h0, c0, params))


def stops_after_eight_steps(x, h0, c0, params):
    hs, cs = right(x, h0, c0, params)
    hs[:, 8:], cs[:, 8:] = hs[:, 7:8] if hs.shape[1] > 8 else 0, cs[:, 7:8] if cs.shape[1] > 8 else 0
    return hs, cs


def forgets_every_third_step(x, h0, c0, params):
    hs, cs = np.zeros((*x.shape[:2], h0.shape[1])), np.zeros((*x.shape[:2], h0.shape[1]))
    h, c = h0, c0
    for t in range(x.shape[1]):
        if t and t % 3 == 0:
            c = c * 0
        h, c = lstm_step(x[:, t], h, c, params)
        hs[:, t], cs[:, t] = h, c
    return hs, cs


def starts_where_the_last_call_ended(x, h0, c0, params):
    h, c = memory.get(h0.shape, (h0, c0))
    hs, cs = right(x, h, c, params)
    memory[h0.shape] = hs[:, -1], cs[:, -1]
    return hs, cs


def keeps_a_buffer_of_whole_numbers(x, h0, c0, params):
    hs = np.zeros((*x.shape[:2], h0.shape[1]), dtype=x.dtype)
    hs[...], cs = right(x, h0, c0, params)
    return hs, cs


def returns_lists(x, h0, c0, params):
    return tuple(list(states.swapaxes(0, 1)) for states in right(x, h0, c0, params))


def returns_views_of_one_buffer(x, h0, c0, params):
    """The last cell in every step, and half of the hidden states with it."""
    hs, cs = right(x, h0, c0, params)
    for t in range(0, x.shape[1], 2):
        hs[:, t] = hs[:, -1]
    return hs, np.broadcast_to(cs[:, -1:], cs.shape)


def includes_the_first_states(x, h0, c0, params):
    hs, cs = right(x, h0, c0, params)
    return np.concatenate([h0[:, None], hs], axis=1), np.concatenate([c0[:, None], cs], axis=1)


def flattens_time(x, h0, c0, params):
    return tuple(states.reshape(len(x), -1) for states in right(x, h0, c0, params))


def puts_units_second(x, h0, c0, params):
    return tuple(states.swapaxes(1, 2) for states in right(x, h0, c0, params))


def reshapes_time_first_to_batch_first(x, h0, c0, params):
    return tuple(states.swapaxes(0, 1).reshape(states.shape) for states in right(x, h0, c0, params))


def mixes_old_and_new(x, h0, c0, params):
    hs, cs = right(x, h0, c0, params)
    return hs + np.concatenate([h0[:, None], hs[:, :-1]], axis=1), cs


def subtracts_the_mean(x, h0, c0, params):
    return right(x - x.mean(axis=0), h0, c0, params)


def masks_negative_inputs(x, h0, c0, params):
    return right(np.maximum(x, -1.5), h0, c0, params)


def clips_large_inputs(x, h0, c0, params):
    return right(np.clip(x, -1, 1), h0, c0, params)


def shuffles_the_batch(x, h0, c0, params):
    return right(x[::-1], h0, c0, params)


def sums_over_time(x, h0, c0, params):
    hs, cs = right(x, h0, c0, params)
    return np.cumsum(hs, axis=1), cs


def writes_the_answer_into_x(x, h0, c0, params):
    answer = right(x, h0, c0, params)
    x[..., 0] = 0
    return answer


def works_in_half_precision(x, h0, c0, params):
    return tuple(states.astype(np.float16) for states in right(x, h0, c0, params))


def drops_some_steps(x, h0, c0, params):
    return right(x * (rng.random(x.shape) > 0.05), h0, c0, params)


def has_fixed_sizes(x, h0, c0, params):
    hs, cs = right(x, h0, c0, params)
    out_h, out_c = np.zeros((2, 4, 5)), np.zeros((2, 4, 5))
    if hs.shape != out_h.shape:
        return out_h, out_c
    return hs, cs


def takes_a_single_step(x, h0, c0, params):
    h, c = lstm_step(x[:, 0], h0, c0, params)
    shape = (*x.shape[:2], h0.shape[1])
    return np.broadcast_to(h[:, None], shape), np.broadcast_to(c[:, None], shape)

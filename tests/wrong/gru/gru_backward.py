"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.gru._cells import cell_backward
from solutions.gru.reference import gru_backward as right
from solutions.gru.reference import gru_forward, gru_step_backward

memory = {}
rng = np.random.default_rng(0)


def _loop(dhs, x, h0, params, *, step=gru_step_backward, cut=lambda t: False):
    hs = gru_forward(x, h0, params)
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    grads = dict.fromkeys(params, 0.0)
    for t in reversed(range(x.shape[1])):
        dx[:, t], dh, part = step(dhs[:, t] + dh, x[:, t], hs[:, t - 1] if t else h0, params)
        grads = {key: grads[key] + part[key] for key in grads}
        dh = dh * 0 if t and cut(t) else dh
    return dx, dh, grads


def cuts_every_second_step(dhs, x, h0, params):
    return _loop(dhs, x, h0, params, cut=lambda t: t % 2 == 0)


def cuts_after_ten_steps(dhs, x, h0, params):
    return _loop(dhs, x, h0, params, cut=lambda t: t == x.shape[1] - 10)


def goes_back_the_straight_way_only(dhs, x, h0, params):
    return _loop(dhs, x, h0, params, step=lambda *args: cell_backward(
        *args, back=lambda v: v.dh * (1 - v.z), back_through=""))


def misses_the_straight_way(dhs, x, h0, params):
    return _loop(dhs, x, h0, params, step=lambda *args: cell_backward(*args, back=lambda v: v.drh * v.r))


def holds_the_reset_gate_constant(dhs, x, h0, params):
    return _loop(dhs, x, h0, params, step=lambda *args: cell_backward(*args, r=lambda v: v.r * 0))


def decays_gradients_over_time(dhs, x, h0, params):
    return right(dhs * 0.99 ** np.arange(x.shape[1])[::-1][:, None], x, h0, params)


def takes_coarse_differences(dhs, x, h0, params, step=1e-2):
    dx, dh0, grads = right(dhs, x, h0, params)
    for key in params:
        for at in np.ndindex(params[key].shape):
            up, down = params[key].astype(float), params[key].astype(float)
            up[at] += step
            down[at] -= step
            moved = gru_forward(x, h0, params | {key: up}) - gru_forward(x, h0, params | {key: down})
            grads[key][at] = np.sum(dhs * moved) / (2 * step)
    return dx, dh0, grads


def divides_everything_by_time(dhs, x, h0, params):
    return right(dhs / x.shape[1], x, h0, params)


def divides_everything_by_the_batch(dhs, x, h0, params):
    return right(dhs / len(x), x, h0, params)


def negates_everything(dhs, x, h0, params):
    return right(-dhs, x, h0, params)


def clips_the_norm(dhs, x, h0, params):
    *others, grads = right(dhs, x, h0, params)
    norm = np.sqrt(sum(np.sum(value**2) for value in grads.values()))
    return *others, {key: value * min(1, 1 / norm) for key, value in grads.items()}


def accumulates_over_calls(dhs, x, h0, params):
    *others, grads = right(dhs, x, h0, params)
    total = memory.setdefault(params["W_z"].shape, dict.fromkeys(params, 0.0))
    total.update({key: total[key] + grads[key] for key in grads})
    return *others, dict(total)


def keeps_one_forward_pass(dhs, x, h0, params):
    return right(dhs, *memory.setdefault(("states", x.shape, h0.shape), (x, h0)), params)


def updates_the_weights(dhs, x, h0, params):
    answer = right(dhs, x, h0, params)
    for key in params:
        params[key] = params[key] - 0.01 * answer[2][key]
    return answer


def sums_dx_over_time(dhs, x, h0, params):
    dx, *others = right(dhs, x, h0, params)
    return np.cumsum(dx[:, ::-1], axis=1)[:, ::-1], *others


def rolls_dx(dhs, x, h0, params):
    dx, *others = right(dhs, x, h0, params)
    return np.roll(dx, 1, axis=1), *others


def returns_dx_as_a_list(dhs, x, h0, params):
    dx, *others = right(dhs, x, h0, params)
    return [dx[:, t] for t in range(x.shape[1])], *others


def returns_all_dh(dhs, x, h0, params):
    dx, dh0, grads = right(dhs, x, h0, params)
    return dx, np.repeat(dh0[:, None], x.shape[1], axis=1), grads


def adds_the_last_dh_twice(dhs, x, h0, params):
    return right(dhs * (1 + (np.arange(x.shape[1]) == x.shape[1] - 1))[:, None], x, h0, params)


def rounds_whole_numbers(dhs, x, h0, params):
    dx, *others = right(dhs, x, h0, params)
    return dx.astype(x.dtype).astype(float), *others


def repeats_one_sample(dhs, x, h0, params):
    dx, dh0, grads = right(dhs[:1], x[:1], h0[:1], params)
    return np.repeat(dx, len(x), 0), np.repeat(dh0, len(x), 0), {k: len(x) * v for k, v in grads.items()}


def sums_the_first_state_over_the_batch(dhs, x, h0, params):
    dx, dh0, grads = right(dhs, x, h0, params)
    return dx, dh0.sum(axis=0), grads


def forgets_the_first_steps_gradients(dhs, x, h0, params):
    dx, dh0, grads = right(dhs, x, h0, params)
    if x.shape[1] == 1:
        return dx, dh0, grads
    return dx, dh0, right(dhs[:, 1:], x[:, 1:], gru_forward(x[:, :1], h0, params)[:, 0], params)[2]


def gathers_the_candidate_with_the_whole_state(dhs, x, h0, params):
    return _loop(dhs, x, h0, params, step=lambda *args: cell_backward(
        *args, gathered=lambda v: {"z": v.hx, "r": v.hx, "h": v.hx}))


def takes_the_gradient_of_the_square(dhs, x, h0, params):
    return right(dhs * gru_forward(x, h0, params), x, h0, params)


def adds_noise(dhs, x, h0, params):
    dx, *others = right(dhs, x, h0, params)
    return dx + 1e-2 * rng.normal(size=dx.shape), *others


def turns_square_dx_round(dhs, x, h0, params):
    dx, *others = right(dhs, x, h0, params)
    return (dx[..., ::-1] if x.shape[2] == h0.shape[1] else dx), *others

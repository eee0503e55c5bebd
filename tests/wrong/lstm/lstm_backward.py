"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.lstm.reference import lstm_backward as right
from solutions.lstm.reference import lstm_forward, lstm_step_backward

memory = {}
rng = np.random.default_rng(0)


def cuts_every_second_step(dhs, x, h0, c0, params):
    return _cut_at(lambda t: t % 2 == 0, dhs, x, h0, c0, params)


def cuts_after_ten_steps(dhs, x, h0, c0, params):
    return _cut_at(lambda t: t == x.shape[1] - 10, dhs, x, h0, c0, params)


def _cut_at(here, dhs, x, h0, c0, params):
    hs, cs = lstm_forward(x, h0, c0, params)
    dx, dh, dc = np.zeros(x.shape), np.zeros(h0.shape), np.zeros(c0.shape)
    grads = dict.fromkeys(params, 0.0)
    for t in reversed(range(x.shape[1])):
        before = (hs[:, t - 1], cs[:, t - 1]) if t else (h0, c0)
        dx[:, t], dh, dc, part = lstm_step_backward(dhs[:, t] + dh, dc, x[:, t], *before, params)
        grads = {key: grads[key] + part[key] for key in grads}
        if t and here(t):
            dh, dc = dh * 0, dc * 0
    return dx, dh, dc, grads


def decays_gradients_over_time(dhs, x, h0, c0, params):
    T = x.shape[1]
    return right(dhs * 0.99 ** np.arange(T)[::-1][:, None], x, h0, c0, params)


def takes_coarse_differences(dhs, x, h0, c0, params, step=1e-2):
    dx, dh0, dc0, grads = right(dhs, x, h0, c0, params)

    def loss(value, key):
        return np.sum(dhs * lstm_forward(x, h0, c0, params | {key: value})[0])

    for key in params:
        for at in np.ndindex(params[key].shape):
            up, down = params[key].astype(float), params[key].astype(float)
            up[at] += step
            down[at] -= step
            grads[key][at] = (loss(up, key) - loss(down, key)) / (2 * step)
    return dx, dh0, dc0, grads


def divides_everything_by_time(dhs, x, h0, c0, params):
    return right(dhs / x.shape[1], x, h0, c0, params)


def divides_everything_by_the_batch(dhs, x, h0, c0, params):
    return right(dhs / len(x), x, h0, c0, params)


def negates_everything(dhs, x, h0, c0, params):
    return right(-dhs, x, h0, c0, params)


def clips_the_norm(dhs, x, h0, c0, params):
    *others, grads = right(dhs, x, h0, c0, params)
    norm = np.sqrt(sum(np.sum(value**2) for value in grads.values()))
    return *others, {key: value * min(1, 5 / norm) for key, value in grads.items()}


def accumulates_over_calls(dhs, x, h0, c0, params):
    *others, grads = right(dhs, x, h0, c0, params)
    total = memory.setdefault(params["W_f"].shape, dict.fromkeys(params, 0.0))
    total.update({key: total[key] + grads[key] for key in grads})
    return *others, dict(total)


def keeps_one_forward_pass(dhs, x, h0, c0, params):
    kept = memory.setdefault(("states", x.shape, h0.shape), (x, h0, c0))
    return right(dhs, *kept, params)


def updates_the_weights(dhs, x, h0, c0, params):
    answer = right(dhs, x, h0, c0, params)
    for key in params:
        params[key] = params[key] - 0.01 * answer[3][key]
    return answer


def sums_dx_over_time(dhs, x, h0, c0, params):
    dx, *others = right(dhs, x, h0, c0, params)
    return np.cumsum(dx[:, ::-1], axis=1)[:, ::-1], *others


def rolls_dx(dhs, x, h0, c0, params):
    dx, *others = right(dhs, x, h0, c0, params)
    return np.roll(dx, 1, axis=1), *others


def returns_dx_as_a_list(dhs, x, h0, c0, params):
    dx, *others = right(dhs, x, h0, c0, params)
    return [dx[:, t] for t in range(x.shape[1])], *others


def leaves_the_last_step_out(dhs, x, h0, c0, params):
    dx, *others = right(dhs[:, :-1], x[:, :-1], h0, c0, params)
    return np.concatenate([dx, np.zeros((len(x), 1, x.shape[2]))], axis=1), *others


def rounds_whole_numbers(dhs, x, h0, c0, params):
    dx, *others = right(dhs, x, h0, c0, params)
    return dx.astype(x.dtype).astype(float), *others


def repeats_one_sample(dhs, x, h0, c0, params):
    dx, dh0, dc0, grads = right(dhs[:1], x[:1], h0[:1], c0[:1], params)
    return np.repeat(dx, len(x), 0), np.repeat(dh0, len(x), 0), np.repeat(dc0, len(x), 0), {k: len(x) * v for k, v in grads.items()}


def sums_the_first_states_over_the_batch(dhs, x, h0, c0, params):
    dx, dh0, dc0, grads = right(dhs, x, h0, c0, params)
    return dx, dh0.sum(axis=0), dc0.sum(axis=0), grads


def forgets_the_first_steps_gradients(dhs, x, h0, c0, params):
    dx, dh0, dc0, grads = right(dhs, x, h0, c0, params)
    hs, cs = lstm_forward(x[:, :1], h0, c0, params)
    return dx, dh0, dc0, right(dhs[:, 1:], x[:, 1:], hs[:, 0], cs[:, 0], params)[3] if x.shape[1] > 1 else grads


def takes_the_gradient_of_the_square(dhs, x, h0, c0, params):
    return right(dhs * lstm_forward(x, h0, c0, params)[0], x, h0, c0, params)


def adds_noise(dhs, x, h0, c0, params):
    dx, *others = right(dhs, x, h0, c0, params)
    return dx + 1e-2 * rng.normal(size=dx.shape), *others


def swaps_h_and_x_in_dx(dhs, x, h0, c0, params):
    dx, dh0, *others = right(dhs, x, h0, c0, params)
    return (dx, dh0, *others) if x.shape[2] != h0.shape[1] else (dx[..., ::-1], dh0, *others)

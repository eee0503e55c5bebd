"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.lstm.reference import lstm_step
from solutions.lstm.reference import lstm_step_backward as right

memory = {}


def _numeric(value, loss, step, forward=False):
    gradient = np.zeros(value.shape)
    for at in np.ndindex(value.shape):
        up, down = value.astype(float), value.astype(float)
        up[at] += step
        down[at] -= 0 if forward else step
        gradient[at] = (loss(up) - loss(down)) / (step if forward else 2 * step)
    return gradient


def _by_differences(dh, dc, x, h_prev, c_prev, params, step, forward=False):
    def loss(*args):
        h, c = lstm_step(*args)
        return np.sum(dh * h + dc * c)

    grads = {k: _numeric(params[k], lambda v, k=k: loss(x, h_prev, c_prev, params | {k: v}), step, forward) for k in params}
    return (_numeric(x, lambda v: loss(v, h_prev, c_prev, params), step, forward),
            _numeric(h_prev, lambda v: loss(x, v, c_prev, params), step, forward),
            _numeric(c_prev, lambda v: loss(x, h_prev, v, params), step, forward), grads)


def takes_coarse_central_differences(dh, dc, x, h_prev, c_prev, params):
    return _by_differences(dh, dc, x, h_prev, c_prev, params, 1e-2)


def takes_forward_differences(dh, dc, x, h_prev, c_prev, params):
    return _by_differences(dh, dc, x, h_prev, c_prev, params, 1e-3, forward=True)


def takes_differences_too_fine(dh, dc, x, h_prev, c_prev, params):
    return _by_differences(dh, dc, x, h_prev, c_prev, params, 1e-13)


def negates_the_input_gradient(dh, dc, x, h_prev, c_prev, params):
    dx, *others = right(dh, dc, x, h_prev, c_prev, params)
    return -dx, *others


def doubles_everything(dh, dc, x, h_prev, c_prev, params):
    dx, dh_prev, dc_prev, grads = right(dh, dc, x, h_prev, c_prev, params)
    return 2 * dx, 2 * dh_prev, 2 * dc_prev, {key: 2 * value for key, value in grads.items()}


def forgets_a_gradient(dh, dc, x, h_prev, c_prev, params):
    *others, grads = right(dh, dc, x, h_prev, c_prev, params)
    del grads["b_o"]
    return *others, grads


def names_gradients_with_a_d(dh, dc, x, h_prev, c_prev, params):
    *others, grads = right(dh, dc, x, h_prev, c_prev, params)
    return *others, {f"d{key}": value for key, value in grads.items()}


def returns_grads_as_a_list(dh, dc, x, h_prev, c_prev, params):
    *others, grads = right(dh, dc, x, h_prev, c_prev, params)
    return *others, list(grads.values())


def returns_the_params(dh, dc, x, h_prev, c_prev, params):
    *others, _ = right(dh, dc, x, h_prev, c_prev, params)
    return *others, params


def puts_grads_first(dh, dc, x, h_prev, c_prev, params):
    *others, grads = right(dh, dc, x, h_prev, c_prev, params)
    return grads, *others


def adds_to_the_last_calls_gradients(dh, dc, x, h_prev, c_prev, params):
    *others, grads = right(dh, dc, x, h_prev, c_prev, params)
    total = memory.setdefault(params["W_f"].shape, {key: np.zeros(value.shape) for key, value in params.items()})
    for key in total:
        total[key] = total[key] + grads[key]
    return *others, dict(total)


def updates_the_weights(dh, dc, x, h_prev, c_prev, params):
    answer = right(dh, dc, x, h_prev, c_prev, params)
    for key in params:
        params[key] = params[key] - 0.01 * answer[3][key]
    return answer


def clips_gradients(dh, dc, x, h_prev, c_prev, params):
    *others, grads = right(dh, dc, x, h_prev, c_prev, params)
    return *others, {key: np.clip(value, -1, 1) for key, value in grads.items()}


def adds_weight_decay(dh, dc, x, h_prev, c_prev, params):
    *others, grads = right(dh, dc, x, h_prev, c_prev, params)
    return *others, {key: value + 1e-3 * params[key] for key, value in grads.items()}


def gathers_the_first_sample_only(dh, dc, x, h_prev, c_prev, params):
    *others, _ = right(dh, dc, x, h_prev, c_prev, params)
    return *others, right(dh[:1], dc[:1], x[:1], h_prev[:1], c_prev[:1], params)[3]


def cuts_whole_numbers(dh, dc, x, h_prev, c_prev, params):
    dx, dh_prev, dc_prev, grads = right(dh, dc, x, h_prev, c_prev, params)
    return dx, dh_prev.astype(h_prev.dtype).astype(float), dc_prev, grads


def divides_by_the_slope(dh, dc, x, h_prev, c_prev, params):
    """Right, but by f * (1 - f) / (f * (1 - f)), which is 0 / 0 where gates saturate."""
    dx, dh_prev, dc_prev, grads = right(dh, dc, x, h_prev, c_prev, params)
    f = 1 / (1 + np.exp(-np.clip(np.hstack([h_prev, x]) @ params["W_f"] + params["b_f"], -700, 700)))
    return dx, dh_prev, dc_prev * (f * (1 - f)) / (f * (1 - f)), grads


def works_in_half_precision(dh, dc, x, h_prev, c_prev, params):
    dx, dh_prev, dc_prev, grads = right(dh, dc, x, h_prev, c_prev, params)
    return dx.astype(np.float16), dh_prev, dc_prev, grads


def leaves_h_out_of_the_forget_gate(dh, dc, x, h_prev, c_prev, params):
    dx, _, *others = right(dh, dc, x, h_prev, c_prev, params)
    H = h_prev.shape[1]
    cut = params | {"W_f": np.vstack([params["W_f"][:H] * 0, params["W_f"][H:]])}
    return dx, right(dh, dc, x, h_prev, c_prev, cut)[1], *others


def treats_the_output_gate_as_constant(dh, dc, x, h_prev, c_prev, params):
    *others, grads = right(dh, dc, x, h_prev, c_prev, params)
    return *others, grads | {"W_o": grads["W_o"] * 0, "b_o": grads["b_o"] * 0}


def transposes_square_gradients(dh, dc, x, h_prev, c_prev, params):
    H = h_prev.shape[1]
    *others, grads = right(dh, dc, x, h_prev, c_prev, params)
    return *others, {k: np.vstack([v[:H].T, v[H:]]) if k[0] == "W" else v for k, v in grads.items()}


def drops_gradients_of_large_cells(dh, dc, x, h_prev, c_prev, params):
    return right(dh * (np.abs(c_prev) < 5), dc, x, h_prev, c_prev, params)

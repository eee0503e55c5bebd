"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.lstm.reference import lstm_step as right
from solutions.lstm.reference import sigmoid

memory = {}
rng = np.random.default_rng(0)


def drops_a_unit_in_a_hundred(x, h_prev, c_prev, params):
    h, c = right(x, h_prev, c_prev, params)
    return h * (rng.random(h.shape) > 0.01), c


def uses_the_first_sample_for_all(x, h_prev, c_prev, params):
    h, c = right(x[:1], h_prev[:1], c_prev[:1], params)
    return np.repeat(h, len(x), axis=0), np.repeat(c, len(x), axis=0)


def averages_the_batch(x, h_prev, c_prev, params):
    return right(np.broadcast_to(x.mean(axis=0), x.shape), h_prev, c_prev, params)


def cuts_whole_numbers(x, h_prev, c_prev, params):
    h, c = right(x, h_prev, c_prev, params)
    kept = np.zeros_like(c_prev)
    kept[...] = c
    return h, kept


def overflows(x, h_prev, c_prev, params):
    def naive(a):
        return np.exp(a) / (1 + np.exp(a))

    hx = np.hstack([h_prev, x])
    f, i, o = (naive(hx @ params[f"W_{g}"] + params[f"b_{g}"]) for g in "fio")
    c = f * c_prev + i * np.tanh(hx @ params["W_C"] + params["b_C"])
    return o * np.tanh(c), c


def uses_the_tanh_of_the_slides(x, h_prev, c_prev, params):
    def naive(a):
        return (np.exp(2 * a) - 1) / (np.exp(2 * a) + 1)

    hx = np.hstack([h_prev, x])
    f, i, o = (sigmoid(hx @ params[f"W_{g}"] + params[f"b_{g}"]) for g in "fio")
    c = f * c_prev + i * naive(hx @ params["W_C"] + params["b_C"])
    return o * naive(c), c


def clips_the_cell(x, h_prev, c_prev, params):
    h, c = right(x, h_prev, c_prev, params)
    return h, np.clip(c, -10, 10)


def remembers_the_last_state(x, h_prev, c_prev, params):
    if memory.get("shape") == c_prev.shape:
        c_prev = memory["c"]
    h, c = right(x, h_prev, c_prev, params)
    memory.update(shape=c.shape, c=c)
    return h, c


def answers_once(x, h_prev, c_prev, params):
    return memory.setdefault(("once", x.shape, h_prev.shape), right(x, h_prev, c_prev, params))


def changes_the_params(x, h_prev, c_prev, params):
    params["b_f"] = params["b_f"] + 1.0
    return right(x, h_prev, c_prev, params | {"b_f": params["b_f"] - 1.0})


def adds_a_key_to_params(x, h_prev, c_prev, params):
    params["cache"] = x
    return right(x, h_prev, c_prev, params)


def clears_x(x, h_prev, c_prev, params):
    answer = right(x, h_prev, c_prev, params)
    x *= 0
    return answer


def returns_lists(x, h_prev, c_prev, params):
    h, c = right(x, h_prev, c_prev, params)
    return h.tolist(), c.tolist()


def returns_the_gates_too(x, h_prev, c_prev, params):
    h, c = right(x, h_prev, c_prev, params)
    return h, c, sigmoid(c)


def returns_a_stack(x, h_prev, c_prev, params):
    return np.stack(right(x, h_prev, c_prev, params))


def works_in_half_precision(x, h_prev, c_prev, params):
    half = {key: value.astype(np.float16) for key, value in params.items()}
    h, c = right(x.astype(np.float16), h_prev.astype(np.float16), c_prev.astype(np.float16), half)
    return h.astype(float), c.astype(float)


def rounds_to_three_decimals(x, h_prev, c_prev, params):
    h, c = right(x, h_prev, c_prev, params)
    return h.round(3), c.round(3)


def approximates_the_sigmoid(x, h_prev, c_prev, params):
    hx = np.hstack([h_prev, x])
    f, i, o = (np.clip(0.2 * (hx @ params[f"W_{g}"] + params[f"b_{g}"]) + 0.5, 0, 1) for g in "fio")
    c = f * c_prev + i * np.tanh(hx @ params["W_C"] + params["b_C"])
    return o * np.tanh(c), c


def has_its_own_weights(x, h_prev, c_prev, params):
    return right(x, h_prev, c_prev, {key: rng.normal(size=value.shape) for key, value in params.items()})


def guesses_the_order_by_size(x, h_prev, c_prev, params):
    if x.shape[1] >= h_prev.shape[1]:
        D, H = x.shape[1], h_prev.shape[1]
        params = {k: np.vstack([v[D:], v[:D]]) if k[0] == "W" and len(v) == D + H else v for k, v in params.items()}
    return right(x, h_prev, c_prev, params)


def is_wrong_for_one_unit(x, h_prev, c_prev, params):
    h, c = right(x, h_prev, c_prev, params)
    return (h.squeeze(), c.squeeze()) if h.shape[1] == 1 else (h, c)


def works_for_few_samples(x, h_prev, c_prev, params):
    h, c = right(x[:64], h_prev[:64], c_prev[:64], params)
    pad = ((0, len(x) - len(h)), (0, 0))
    return np.pad(h, pad), np.pad(c, pad)


def gives_up(x, h_prev, c_prev, params):
    raise ValueError("shapes not aligned")


def passes_the_states_through(x, h_prev, c_prev, params):
    return h_prev * 1.0, c_prev * 1.0

"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.gru._cells import cell, reset_after_bias, swapped
from solutions.gru.reference import gru_step as right
from solutions.gru.reference import sigmoid

memory = {}
rng = np.random.default_rng(0)


def resets_the_input_only(x, h_prev, params):
    return cell(x, h_prev, params, inner=lambda v: v.h @ v.W_hh + v.r * (v.x @ v.W_xh) + v.b)


def keeps_and_stores_by_z(x, h_prev, params):
    return cell(x, h_prev, params, mix=lambda v: v.z * v.h + v.z * v.C)


def resets_the_bias_too_and_swaps(x, h_prev, params):
    return cell(x, h_prev, params, inner=reset_after_bias, mix=swapped)


def swaps_update_and_candidate(x, h_prev, params):
    return cell(x, h_prev, params, networks="hrz")


def resets_the_wrong_way_round(x, h_prev, params):
    return cell(x, h_prev, params, inner=lambda v: ((1 - v.r) * v.h) @ v.W_hh + v.x @ v.W_xh + v.b)

def resets_twice(x, h_prev, params):
    return cell(x, h_prev, params, inner=lambda v: v.r * ((v.r * v.h) @ v.W_hh) + v.x @ v.W_xh + v.b)


def computes_r_from_z(x, h_prev, params):
    return cell(x, h_prev, params, networks="zrz")


def uses_the_reset_weights_for_the_candidate(x, h_prev, params):
    return cell(x, h_prev, params, networks="zrr")


def updates_by_the_mean(x, h_prev, params):
    return cell(x, h_prev, params, mix=lambda v: 0.5 * v.h + 0.5 * v.C)


def updates_with_one_gate_for_all_units(x, h_prev, params):
    return cell(x, h_prev, params, mix=lambda v: (1 - v.z[:, :1]) * v.h + v.z[:, :1] * v.C)


def lets_the_update_gate_see_the_reset_state(x, h_prev, params):
    r = sigmoid(np.hstack([h_prev, x]) @ params["W_r"] + params["b_r"])
    rhx = np.hstack([r * h_prev, x])
    z = sigmoid(rhx @ params["W_z"] + params["b_z"])
    return (1 - z) * h_prev + z * np.tanh(rhx @ params["W_h"] + params["b_h"])


def adds_a_forget_bias(x, h_prev, params):
    return right(x, h_prev, params | {"b_z": params["b_z"] - 1})


def transposes_the_recurrent_weights(x, h_prev, params):
    H = h_prev.shape[1]
    return right(x, h_prev, {k: np.vstack([v[:H].T, v[H:]]) if k[0] == "W" else v for k, v in params.items()})


def clips_the_state(x, h_prev, params):
    return np.clip(right(x, h_prev, params), -1, 1)


def drops_a_unit_in_a_hundred(x, h_prev, params):
    h = right(x, h_prev, params)
    return h * (rng.random(h.shape) > 0.01)


def uses_the_first_sample_for_all(x, h_prev, params):
    return np.repeat(right(x[:1], h_prev[:1], params), len(x), axis=0)


def averages_the_batch(x, h_prev, params):
    return right(np.broadcast_to(x.mean(axis=0), x.shape), h_prev, params)


def cuts_whole_numbers(x, h_prev, params):
    h = np.zeros_like(h_prev)
    h[...] = right(x, h_prev, params)
    return h


def overflows(x, h_prev, params):
    return cell(x, h_prev, params, gate=lambda a: np.exp(a) / (1 + np.exp(a)))


def uses_the_tanh_of_the_slides(x, h_prev, params):
    return cell(x, h_prev, params, candidate=lambda a: (np.exp(2 * a) - 1) / (np.exp(2 * a) + 1))


def approximates_the_sigmoid(x, h_prev, params):
    return cell(x, h_prev, params, gate=lambda a: np.clip(0.2 * a + 0.5, 0, 1))


def uses_relu(x, h_prev, params):
    return cell(x, h_prev, params, candidate=lambda a: np.maximum(a, 0))


def normalises_the_gates(x, h_prev, params):
    return cell(x, h_prev, params, gate=lambda a: np.exp(a - a.max(axis=1, keepdims=True)) / np.exp(
        a - a.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True))


def remembers_the_last_state(x, h_prev, params):
    kept = memory.get(h_prev.shape, h_prev)
    memory[h_prev.shape] = right(x, kept, params)
    return memory[h_prev.shape]


def answers_once(x, h_prev, params):
    return memory.setdefault(("once", x.shape, h_prev.shape), right(x, h_prev, params))


def changes_the_params(x, h_prev, params):
    params["b_z"] = params["b_z"] + 1.0
    return right(x, h_prev, params | {"b_z": params["b_z"] - 1.0})


def adds_a_key_to_params(x, h_prev, params):
    params["cache"] = x
    return right(x, h_prev, params)


def clears_x(x, h_prev, params):
    h = right(x, h_prev, params)
    x *= 0
    return h


def returns_a_list(x, h_prev, params):
    return right(x, h_prev, params).tolist()


def returns_the_gates_too(x, h_prev, params):
    h = right(x, h_prev, params)
    return h, sigmoid(h)


def returns_the_old_state_too(x, h_prev, params):
    return right(x, h_prev, params), h_prev


def works_in_half_precision(x, h_prev, params):
    half = {key: value.astype(np.float16) for key, value in params.items()}
    return right(x.astype(np.float16), h_prev.astype(np.float16), half).astype(float)


def rounds_to_three_decimals(x, h_prev, params):
    return right(x, h_prev, params).round(3)


def has_its_own_weights(x, h_prev, params):
    return right(x, h_prev, {key: rng.normal(size=value.shape) for key, value in params.items()})


def guesses_the_order_by_size(x, h_prev, params):
    D, H = x.shape[1], h_prev.shape[1]
    if D > H:
        params = {k: np.vstack([v[D:], v[:D]]) if k[0] == "W" else v for k, v in params.items()}
    return right(x, h_prev, params)


def is_wrong_for_one_unit(x, h_prev, params):
    h = right(x, h_prev, params)
    return h.squeeze() if h.shape[1] == 1 else h


def is_wrong_for_one_sample(x, h_prev, params):
    return right(x, h_prev, params).squeeze()


def works_for_few_samples(x, h_prev, params):
    h = right(x[:64], h_prev[:64], params)
    return np.pad(h, ((0, len(x) - len(h)), (0, 0)))


def gives_up(x, h_prev, params):
    raise ValueError("shapes not aligned")


def passes_the_state_through(x, h_prev, params):
    return h_prev * 1.0


def is_a_simple_rnn(x, h_prev, params):
    return np.tanh(np.hstack([h_prev, x]) @ params["W_h"] + params["b_h"])

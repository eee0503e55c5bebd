"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.gru._cells import cell, cell_backward, slopes
from solutions.gru.reference import gru_step
from solutions.gru.reference import gru_step_backward as right

memory = {}


def keeps_by_z(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, back=lambda v: v.dh * v.z + v.drh * v.r)


def adds_at_z(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, z=lambda v: v.dh * (v.C + v.h_prev) * v.z * (1 - v.z))


def takes_the_new_state_for_the_candidate(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, h=lambda v: v.dh * v.z * (1 - v.h**2))


def takes_the_gates_for_tanh(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, z=lambda v: v.dh * (v.C - v.h_prev) * (1 - v.z**2),
                         r=lambda v: v.drh * v.h_prev * (1 - v.r**2))


def takes_the_reset_state_at_r(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, r=lambda v: v.drh * v.r * v.h_prev * v.r * (1 - v.r))


def gathers_all_with_the_reset_state(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, gathered=lambda v: {"z": v.rhx, "r": v.rhx, "h": v.rhx})


def swaps_the_gates(dh, x, h_prev, params):
    dx, dh_prev, grads = cell_backward(dh, x, h_prev, params)
    return dx, dh_prev, {key.translate(str.maketrans("zr", "rz")): value for key, value in grads.items()}


def stores_by_what_is_kept(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, h=lambda v: v.dh * (1 - v.z) * (1 - v.C**2))


def keeps_all_on_the_straight_way(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, back=lambda v: v.dh + v.drh * v.r)


def takes_the_straight_way_only(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, back=lambda v: v.dh * (1 - v.z), back_through="")


def holds_the_update_gate_constant(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, z=lambda v: v.z * 0)


def forgets_the_reset(dh, x, h_prev, params):
    return slopes(dh, x, h_prev, params, lambda *args: cell(*args, inner=lambda v: v.h @ v.W_hh + v.x @ v.W_xh + v.b))


def swaps_dx_and_dh_prev(dh, x, h_prev, params):
    dx, dh_prev, grads = cell_backward(dh, x, h_prev, params)
    return dh_prev, dx, grads


def turns_z_round(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, z=lambda v: v.dh * (v.h_prev - v.C) * v.z * (1 - v.z))

def keeps_the_old_candidate_at_z(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, z=lambda v: v.dh * (v.h - v.h_prev) * v.z * (1 - v.z))


def resets_the_whole_way_back(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, back=lambda v: (v.dh * (1 - v.z) + v.drh) * v.r)


def resets_the_way_to_x(dh, x, h_prev, params):
    dx, *others = cell_backward(dh, x, h_prev, params)
    return dx * cell(x, h_prev, params, mix=lambda v: v.r).mean(axis=1, keepdims=True), *others


def sees_the_candidate_without_z_and_r(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, r=lambda v: v.drh * v.h_prev * (1 - v.r))


def squares_the_update_gate(dh, x, h_prev, params):
    return cell_backward(dh, x, h_prev, params, h=lambda v: v.dh * v.z**2 * (1 - v.C**2))


def takes_the_gradient_of_the_square(dh, x, h_prev, params):
    return right(dh * gru_step(x, h_prev, params), x, h_prev, params)


def uses_sigmoid_for_the_candidate(dh, x, h_prev, params):
    return slopes(dh, x, h_prev, params, lambda *args: cell(*args, candidate=lambda a: 0.5 + 0.5 * np.tanh(a / 2)))


def swaps_the_weights_of_the_gates(dh, x, h_prev, params):
    return slopes(dh, x, h_prev, params, lambda *args: cell(*args, networks="rzh"))


def differentiates_an_rnn(dh, x, h_prev, params):
    return slopes(dh, x, h_prev, params, lambda *args: cell(*args, mix=lambda v: v.C))


def _by_differences(dh, x, h_prev, params, step, forward=False):
    def numeric(value, at):
        gradient = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            up, down = value.astype(float), value.astype(float)
            up[place] += step
            down[place] -= 0 if forward else step
            gradient[place] = np.sum(dh * (at(up) - at(down))) / (step if forward else 2 * step)
        return gradient

    grads = {k: numeric(params[k], lambda v, k=k: gru_step(x, h_prev, params | {k: v})) for k in params}
    return numeric(x, lambda v: gru_step(v, h_prev, params)), numeric(h_prev, lambda v: gru_step(x, v, params)), grads


def takes_coarse_central_differences(dh, x, h_prev, params):
    return _by_differences(dh, x, h_prev, params, 1e-2)


def takes_forward_differences(dh, x, h_prev, params):
    return _by_differences(dh, x, h_prev, params, 1e-3, forward=True)


def takes_differences_too_fine(dh, x, h_prev, params):
    return _by_differences(dh, x, h_prev, params, 1e-13)


def negates_the_input_gradient(dh, x, h_prev, params):
    dx, *others = right(dh, x, h_prev, params)
    return -dx, *others


def doubles_everything(dh, x, h_prev, params):
    return right(2 * dh, x, h_prev, params)


def ignores_dh(dh, x, h_prev, params):
    return right(np.ones_like(dh), x, h_prev, params)


def forgets_a_gradient(dh, x, h_prev, params):
    *others, grads = right(dh, x, h_prev, params)
    del grads["b_r"]
    return *others, grads


def names_gradients_with_a_d(dh, x, h_prev, params):
    *others, grads = right(dh, x, h_prev, params)
    return *others, {f"d{key}": value for key, value in grads.items()}


def returns_grads_as_a_list(dh, x, h_prev, params):
    *others, grads = right(dh, x, h_prev, params)
    return *others, list(grads.values())


def returns_the_params(dh, x, h_prev, params):
    *others, _ = right(dh, x, h_prev, params)
    return *others, params


def puts_grads_first(dh, x, h_prev, params):
    *others, grads = right(dh, x, h_prev, params)
    return grads, *others


def leaves_the_stack_whole(dh, x, h_prev, params):
    dx, dh_prev, grads = right(dh, x, h_prev, params)
    return np.hstack([dh_prev, dx]), dh_prev, grads


def adds_to_the_last_calls_gradients(dh, x, h_prev, params):
    *others, grads = right(dh, x, h_prev, params)
    total = memory.setdefault(params["W_z"].shape, dict.fromkeys(params, 0.0))
    total.update({key: total[key] + grads[key] for key in total})
    return *others, dict(total)


def updates_the_weights(dh, x, h_prev, params):
    answer = right(dh, x, h_prev, params)
    for key in params:
        params[key] = params[key] - 0.01 * answer[2][key]
    return answer


def clips_gradients(dh, x, h_prev, params):
    *others, grads = right(dh, x, h_prev, params)
    return *others, {key: np.clip(value, -0.5, 0.5) for key, value in grads.items()}


def adds_weight_decay(dh, x, h_prev, params):
    *others, grads = right(dh, x, h_prev, params)
    return *others, {key: value + 1e-3 * params[key] for key, value in grads.items()}


def gathers_the_first_sample_only(dh, x, h_prev, params):
    *others, _ = right(dh, x, h_prev, params)
    return *others, right(dh[:1], x[:1], h_prev[:1], params)[2]


def averages_dh_prev(dh, x, h_prev, params):
    dx, dh_prev, grads = right(dh, x, h_prev, params)
    return dx, dh_prev / len(x), grads


def cuts_whole_numbers(dh, x, h_prev, params):
    dx, dh_prev, grads = right(dh, x, h_prev, params)
    return dx, dh_prev.astype(h_prev.dtype).astype(float), grads


def divides_by_the_slope(dh, x, h_prev, params):
    """Right, but for z * (1 - z) / (z * (1 - z)), which is 0 / 0 where gates saturate."""
    dx, dh_prev, grads = right(dh, x, h_prev, params)
    z = cell(x, h_prev, params, mix=lambda v: v.z)
    return dx, (dh_prev * (z * (1 - z))[:, :1]) / (z * (1 - z))[:, :1], grads


def works_in_half_precision(dh, x, h_prev, params):
    dx, *others = right(dh, x, h_prev, params)
    return dx.astype(np.float16), *others


def treats_the_candidate_as_constant(dh, x, h_prev, params):
    *others, grads = right(dh, x, h_prev, params)
    return *others, grads | {"W_h": grads["W_h"] * 0, "b_h": grads["b_h"] * 0}


def transposes_square_gradients(dh, x, h_prev, params):
    H = h_prev.shape[1]
    *others, grads = right(dh, x, h_prev, params)
    return *others, {k: np.vstack([v[:H].T, v[H:]]) if k[0] == "W" else v for k, v in grads.items()}


def drops_gradients_of_large_states(dh, x, h_prev, params):
    return right(dh * (np.abs(h_prev) < 5), x, h_prev, params)

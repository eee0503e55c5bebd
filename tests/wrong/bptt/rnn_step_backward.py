"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.bptt.reference import rnn_step_backward as right

memory = {}


def takes_the_root_of_the_slope(dh, x, h_prev, h, W):
    return right(dh / np.sqrt(np.maximum(1 - h**2, 1e-12)), x, h_prev, h, W)


def squares_the_slope(dh, x, h_prev, h, W):
    return right(dh * (1 - h**2), x, h_prev, h, W)


def divides_by_the_slope(dh, x, h_prev, h, W):
    return right(dh / (1 - h**2) ** 2, x, h_prev, h, W)


def takes_the_slope_at_dh(dh, x, h_prev, h, W):
    return right(dh * (1 - np.tanh(dh) ** 2) / np.maximum(1 - h**2, 1e-12), x, h_prev, h, W)


def clips_the_slope(dh, x, h_prev, h, W):
    slope = 1 - h**2
    return right(dh * np.maximum(slope, 0.5) / np.maximum(slope, 1e-300), x, h_prev, h, W)


def drops_saturated_units(dh, x, h_prev, h, W):
    return right(dh * (np.abs(h) < 0.7), x, h_prev, h, W)


def drops_negative_gradients(dh, x, h_prev, h, W):
    return right(np.maximum(dh, 0), x, h_prev, h, W)


def negates_everything(dh, x, h_prev, h, W):
    return right(-dh, x, h_prev, h, W)


def swaps_dw_and_db_order(dh, x, h_prev, h, W):
    dx, dh_prev, dW, db = right(dh, x, h_prev, h, W)
    return dx, dh_prev, db, dW


def gathers_the_first_sample_only(dh, x, h_prev, h, W):
    dx, dh_prev, _, _ = right(dh, x, h_prev, h, W)
    return dx, dh_prev, *right(dh[:1], x[:1], h_prev[:1], h[:1], W)[2:]


def averages_the_inputs_first(dh, x, h_prev, h, W):
    dx, dh_prev, _, db = right(dh, x, h_prev, h, W)
    return dx, dh_prev, np.outer(np.hstack([h_prev, x]).mean(axis=0), db), db


def turns_square_recurrent_gradients(dh, x, h_prev, h, W):
    H = h.shape[1]
    dx, dh_prev, dW, db = right(dh, x, h_prev, h, W)
    return dx, dh_prev, np.vstack([dW[:H].T, dW[H:]]), db


def clips_gradients(dh, x, h_prev, h, W):
    *back, dW, db = right(dh, x, h_prev, h, W)
    return *back, np.clip(dW, -1, 1), np.clip(db, -1, 1)


def adds_weight_decay(dh, x, h_prev, h, W):
    dx, dh_prev, dW, db = right(dh, x, h_prev, h, W)
    return dx, dh_prev, dW + 1e-2 * W, db


def updates_the_weights(dh, x, h_prev, h, W):
    answer = right(dh, x, h_prev, h, W)
    W -= 0.01 * answer[2]
    return answer


def overwrites_h_prev(dh, x, h_prev, h, W):
    answer = right(dh, x, h_prev, h, W)
    h_prev[...] = h
    return answer


def adds_up_over_calls(dh, x, h_prev, h, W):
    dx, dh_prev, dW, db = right(dh, x, h_prev, h, W)
    memory[W.shape] = memory.get(W.shape, 0) + dW
    return dx, dh_prev, memory[W.shape], db


def keeps_the_first_weights(dh, x, h_prev, h, W):
    return right(dh, x, h_prev, h, memory.setdefault(("W", W.shape), W))


def cuts_whole_numbers(dh, x, h_prev, h, W):
    dx, *others = right(dh, x, h_prev, h, W)
    return dx.astype(x.dtype).astype(float), *others


def works_in_half_precision(dh, x, h_prev, h, W):
    return tuple(g.astype(np.float16) for g in right(dh, x, h_prev, h, W))


def assumes_h_equals_d(dh, x, h_prev, h, W):
    D, H = x.shape[1], h.shape[1]
    _, _, dW, db = right(dh, x, h_prev, h, W)
    back = (dh * (1 - h**2)) @ W.T
    return back[:, -D:], back[:, :H] if D == H else back[:, 1 : H + 1], dW, db


def turns_the_input_weights(dh, x, h_prev, h, W):
    dx, dh_prev, dW, db = right(dh, x, h_prev, h, W)
    dz, H = dh * (1 - h**2), h.shape[1]
    return np.resize(dz @ np.resize(W[H:], (H, x.shape[1])), dx.shape), dh_prev, dW, db


def sums_db_over_everything(dh, x, h_prev, h, W):
    dx, dh_prev, dW, db = right(dh, x, h_prev, h, W)
    return dx, dh_prev, dW, np.full(db.shape, db.sum())


def forgets_what_x_gets(dh, x, h_prev, h, W):
    dx, dh_prev, dW, db = right(dh, x, h_prev, h, W)
    return 0 * dx, dh_prev, dW, db


def forgets_what_h_gets(dh, x, h_prev, h, W):
    dx, dh_prev, dW, db = right(dh, x, h_prev, h, W)
    return dx, 0 * dh_prev, dW, db


def drops_db(dh, x, h_prev, h, W):
    return right(dh, x, h_prev, h, W)[:3]


def uses_a_gate_slope_for_db(dh, x, h_prev, h, W):
    dx, dh_prev, dW, _ = right(dh, x, h_prev, h, W)
    return dx, dh_prev, dW, (dh * (1 - h)).sum(axis=0)

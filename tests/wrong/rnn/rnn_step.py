"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.rnn.reference import rnn_step as right

memory = {}
rng = np.random.default_rng(0)


def multiplies_the_terms(x, h_prev, W, b):
    H = h_prev.shape[1]
    return np.tanh((h_prev @ W[:H]) * (x @ W[H:]) + b)


def averages_old_and_new(x, h_prev, W, b):
    return 0.5 * h_prev + 0.5 * right(x, h_prev, W, b)


def gates_as_a_gru_would(x, h_prev, W, b):
    h = right(x, h_prev, W, b)
    z = 1 / (1 + np.exp(-np.clip(h, -5, 5)))
    return (1 - z) * h_prev + z * h


def overflows_on_both_sides(x, h_prev, W, b):
    a = np.concatenate([h_prev, x], axis=1) @ W + b
    return (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))


def takes_half_of_the_argument(x, h_prev, W, b):
    a = np.concatenate([h_prev, x], axis=1) @ W + b
    return np.tanh(a / 2)


def clips_instead_of_squashing(x, h_prev, W, b):
    return np.clip(np.concatenate([h_prev, x], axis=1) @ W + b, -1, 1)


def takes_the_sine(x, h_prev, W, b):
    return np.sin(np.concatenate([h_prev, x], axis=1) @ W + b)


def takes_the_arctangent(x, h_prev, W, b):
    return np.arctan(np.concatenate([h_prev, x], axis=1) @ W + b)


def takes_a_softmax(x, h_prev, W, b):
    e = np.exp(np.clip(np.concatenate([h_prev, x], axis=1) @ W + b, -50, 50))
    return e / e.sum(axis=1, keepdims=True)


def takes_the_sign(x, h_prev, W, b):
    return np.sign(right(x, h_prev, W, b))


def normalises_the_layer(x, h_prev, W, b):
    a = np.concatenate([h_prev, x], axis=1) @ W + b
    return np.tanh((a - a.mean(axis=1, keepdims=True)) / (a.std(axis=1, keepdims=True) + 1e-5))


def adds_the_input_again(x, h_prev, W, b):
    return right(x, h_prev, W, b) + x.sum(axis=1, keepdims=True)


def scales_by_the_number_of_inputs(x, h_prev, W, b):
    return np.tanh(np.concatenate([h_prev, x], axis=1) @ W / len(W) + b)


def adds_a_bias_of_one_unit_to_all(x, h_prev, W, b):
    return np.tanh(np.concatenate([h_prev, x], axis=1) @ W + b[0])


def averages_the_input(x, h_prev, W, b):
    return right(np.broadcast_to(x.mean(axis=0), x.shape), h_prev, W, b)


def averages_the_state(x, h_prev, W, b):
    return right(x, np.broadcast_to(h_prev.mean(axis=0), h_prev.shape), W, b)


def uses_the_first_state_for_all(x, h_prev, W, b):
    return right(x, np.repeat(h_prev[:1], len(x), axis=0), W, b)


def shuffles_the_batch(x, h_prev, W, b):
    return right(x[::-1], h_prev, W, b)


def reverses_the_rows_of_w(x, h_prev, W, b):
    return right(x, h_prev, W[::-1], b)


def keeps_the_diagonal_only(x, h_prev, W, b):
    H = h_prev.shape[1]
    return np.tanh(h_prev * np.diag(W[:H]) + x @ W[H:] + b)


def guesses_the_order_by_size(x, h_prev, W, b):
    D, H = x.shape[1], h_prev.shape[1]
    return right(x, h_prev, np.roll(W, -D, axis=0) if D >= H else W, b)


def is_wrong_for_square_sizes(x, h_prev, W, b):
    return right(x, h_prev, W.copy() * (1 if x.shape[1] != h_prev.shape[1] else -1), b)


def confuses_samples_and_units(x, h_prev, W, b):
    if len(x) == h_prev.shape[1]:
        h_prev = h_prev.T
    return right(x, h_prev, W, b)


def adds_the_bias_down_the_columns(x, h_prev, W, b):
    if len(x) == len(b):
        return np.tanh(np.concatenate([h_prev, x], axis=1) @ W + b[:, None])
    return right(x, h_prev, W, b)


def squeezes_one_sample(x, h_prev, W, b):
    return right(x, h_prev, W, b)[0] if len(x) == 1 else right(x, h_prev, W, b)


def is_wrong_for_one_unit(x, h_prev, W, b):
    return right(x, h_prev, W, b).squeeze()


def works_for_few_samples(x, h_prev, W, b):
    h = right(x[:64], h_prev[:64], W, b)
    return np.pad(h, ((0, len(x) - len(h)), (0, 0)))


def cuts_the_input_to_whole_numbers(x, h_prev, W, b):
    return right(x.astype(int), h_prev, W, b)


def cuts_whole_answers(x, h_prev, W, b):
    return right(x, h_prev, W, b).astype(x.dtype).astype(float)


def clips_the_input(x, h_prev, W, b):
    return right(np.clip(x, -3, 3), h_prev, W, b)


def masks_negative_inputs(x, h_prev, W, b):
    return right(np.maximum(x, 0), h_prev, W, b)


def drops_some_units(x, h_prev, W, b):
    return right(x, h_prev, W, b) * (rng.random(h_prev.shape) > 0.05)


def adds_noise(x, h_prev, W, b):
    return right(x, h_prev, W, b) + rng.normal(0, 1e-2, h_prev.shape)


def remembers_the_last_state(x, h_prev, W, b):
    if memory.get("h", h_prev[:0]).shape == h_prev.shape:
        h_prev = memory["h"]
    memory["h"] = right(x, h_prev, W, b)
    return memory["h"]


def answers_once(x, h_prev, W, b):
    return memory.setdefault((x.shape, h_prev.shape), right(x, h_prev, W, b))


def has_its_own_weights(x, h_prev, W, b):
    return right(x, h_prev, rng.normal(size=W.shape), b)


def writes_into_x(x, h_prev, W, b):
    h = right(x, h_prev, W, b)
    x *= 0
    return h


def writes_into_the_bias(x, h_prev, W, b):
    h = right(x, h_prev, W, b)
    b += 1
    return h


def writes_into_the_weights(x, h_prev, W, b):
    h = right(x, h_prev, W, b)
    W *= 0.99
    return h


def returns_a_list(x, h_prev, W, b):
    return right(x, h_prev, W, b).tolist()


def returns_nothing(x, h_prev, W, b):
    right(x, h_prev, W, b)


def returns_columns(x, h_prev, W, b):
    return right(x, h_prev, W, b).T


def returns_an_axis_of_time(x, h_prev, W, b):
    return right(x, h_prev, W, b)[:, None]


def returns_state_and_input(x, h_prev, W, b):
    return np.hstack([right(x, h_prev, W, b), x])


def returns_the_sum(x, h_prev, W, b):
    return right(x, h_prev, W, b).sum(axis=1, keepdims=True)


def works_in_half_precision(x, h_prev, W, b):
    return right(*(value.astype(np.float16) for value in (x, h_prev, W, b)))


def rounds_to_three_decimals(x, h_prev, W, b):
    return right(x, h_prev, W, b).round(3)


def approximates_by_a_series(x, h_prev, W, b):
    a = np.concatenate([h_prev, x], axis=1) @ W + b
    return a - a**3 / 3


def gives_up(x, h_prev, W, b):
    raise ValueError("shapes not aligned")


def stacks_below_each_other(x, h_prev, W, b):
    return np.tanh(np.concatenate([h_prev, x], axis=0) @ W + b)


def transposes_w(x, h_prev, W, b):
    return np.tanh(np.hstack([h_prev, x]) @ W.T + b)


def passes_the_state_through(x, h_prev, W, b):
    return h_prev * 1.0

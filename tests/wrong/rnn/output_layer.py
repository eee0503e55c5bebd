"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.rnn.reference import output_layer as right

memory = {}
rng = np.random.default_rng(0)


def answers_per_step_only(h, W_hy, b_y):
    return right(h, W_hy, b_y) if h.ndim == 3 else np.zeros((len(h), b_y.size))


def answers_per_sequence_only(h, W_hy, b_y):
    return right(h, W_hy, b_y) if h.ndim == 2 else np.zeros((*h.shape[:2], b_y.size))


def takes_the_last_sample(h, W_hy, b_y):
    return right(h[-1], W_hy, b_y)


def answers_at_the_first_step_only(h, W_hy, b_y):
    return right(h[:, 0] if h.ndim == 3 else h, W_hy, b_y)


def takes_the_step_after(h, W_hy, b_y):
    return right(np.roll(h, -1, axis=1) if h.ndim == 3 else h, W_hy, b_y)


def takes_the_last_step_of_everything(h, W_hy, b_y):
    return h[:, -1] @ W_hy + b_y


def sums_over_time(h, W_hy, b_y):
    return np.cumsum(right(h, W_hy, b_y), axis=1) if h.ndim == 3 else right(h, W_hy, b_y)


def sums_the_outputs(h, W_hy, b_y):
    return right(h, W_hy, b_y).sum(axis=-1, keepdims=True)


def multiplies_element_by_element(h, W_hy, b_y):
    return (h[..., :1] * W_hy[0]) + b_y


def takes_absolute_weights(h, W_hy, b_y):
    return right(h, np.abs(W_hy), b_y)


def takes_the_largest_state(h, W_hy, b_y):
    return right(h, W_hy, b_y) + h.max(axis=-1, keepdims=True)


def picks_the_best_class(h, W_hy, b_y):
    return right(h, W_hy, b_y).argmax(axis=-1)


def takes_the_exponential(h, W_hy, b_y):
    return np.exp(right(h, W_hy, b_y))


def takes_a_softmax_over_time(h, W_hy, b_y):
    e = np.exp(right(h, W_hy, b_y))
    return e / e.sum(axis=h.ndim - 2, keepdims=True)


def takes_the_logarithm_of_softmax(h, W_hy, b_y):
    y = right(h, W_hy, b_y)
    return y - np.log(np.exp(y).sum(axis=-1, keepdims=True))


def clips_the_output(h, W_hy, b_y):
    return np.clip(right(h, W_hy, b_y), -1, 1)


def is_leaky(h, W_hy, b_y):
    y = right(h, W_hy, b_y)
    return np.where(y > 0, y, 0.01 * y)


def scales_by_the_units(h, W_hy, b_y):
    return h @ W_hy / np.sqrt(h.shape[-1]) + b_y


def divides_by_the_batch(h, W_hy, b_y):
    return right(h, W_hy, b_y) / max(len(h), 1)


def adds_the_first_bias_to_all(h, W_hy, b_y):
    return h @ W_hy + b_y[0]


def adds_the_biases_at_the_last_step_only(h, W_hy, b_y):
    y = right(h, W_hy, b_y)
    if h.ndim == 3:
        y[:, :-1] -= b_y
    return y


def reverses_the_biases(h, W_hy, b_y):
    return right(h, W_hy, b_y[::-1])


def reverses_the_units(h, W_hy, b_y):
    return right(h[..., ::-1], W_hy, b_y)


def reverses_the_outputs(h, W_hy, b_y):
    return right(h, W_hy, b_y)[..., ::-1]


def reverses_the_samples(h, W_hy, b_y):
    return right(h[::-1], W_hy, b_y)


def repeats_the_first_sample(h, W_hy, b_y):
    return np.repeat(right(h[:1], W_hy, b_y), len(h), axis=0)


def has_other_weights_at_every_step(h, W_hy, b_y):
    return np.stack([right(h[:, t], W_hy * 0.9**t, b_y) for t in range(h.shape[1])], axis=1) if h.ndim == 3 else right(h, W_hy, b_y)


def transposes_square_weights(h, W_hy, b_y):
    return right(h, W_hy.T if W_hy.shape[0] == W_hy.shape[1] else W_hy, b_y)


def squeezes_one_output(h, W_hy, b_y):
    y = right(h, W_hy, b_y)
    return y[..., 0] if b_y.size == 1 else y


def squeezes_everything(h, W_hy, b_y):
    return right(h, W_hy, b_y).squeeze()


def works_for_few_samples(h, W_hy, b_y):
    y = np.zeros((*h.shape[:-1], b_y.size))
    y[:64] = right(h[:64], W_hy, b_y)
    return y


def reshapes_the_wrong_way(h, W_hy, b_y):
    y = right(h.swapaxes(0, 1) if h.ndim == 3 else h, W_hy, b_y)
    return y.reshape(*h.shape[:-1], -1)


def cuts_h_to_whole_numbers(h, W_hy, b_y):
    return right(h.astype(int), W_hy, b_y)


def cuts_whole_answers(h, W_hy, b_y):
    y = right(h, W_hy, b_y)
    return y.astype(h.dtype).astype(float)


def clips_h(h, W_hy, b_y):
    return right(np.clip(h, -1, 1), W_hy, b_y)


def writes_into_h(h, W_hy, b_y):
    y = right(h, W_hy, b_y)
    h *= 0
    return y


def writes_into_the_weights(h, W_hy, b_y):
    y = right(h, W_hy, b_y)
    W_hy -= 0.01
    return y


def remembers_the_first_weights(h, W_hy, b_y):
    return right(h, memory.setdefault(W_hy.shape, W_hy), b_y)


def drops_some_units(h, W_hy, b_y):
    return right(h * (rng.random(h.shape) > 0.1), W_hy, b_y)


def has_its_own_weights(h, W_hy, b_y):
    return right(h, rng.normal(size=W_hy.shape), b_y)


def returns_a_list(h, W_hy, b_y):
    return right(h, W_hy, b_y).tolist()


def returns_y_and_h(h, W_hy, b_y):
    return right(h, W_hy, b_y), h


def works_in_half_precision(h, W_hy, b_y):
    return right(h, W_hy, b_y).astype(np.float16)


def rounds(h, W_hy, b_y):
    return right(h, W_hy, b_y).round(2)


def gives_up(h, W_hy, b_y):
    raise ValueError("shapes not aligned")

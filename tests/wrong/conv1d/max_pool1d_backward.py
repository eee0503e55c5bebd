"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.conv1d.reference import max_pool1d_backward as right

memory = {}


def _windows(x, size, stride):
    return np.lib.stride_tricks.sliding_window_view(x, size, axis=1)[:, ::stride]


def negates(dy, x, size, stride=1):
    return -right(dy, x, size, stride)


def doubles(dy, x, size, stride=1):
    return 2 * right(dy, x, size, stride)


def starts_one_late(dy, x, size, stride=1):
    return np.roll(right(dy, x, size, stride), 1, axis=1)


def turns_dx_round(dy, x, size, stride=1):
    return right(dy, x, size, stride)[:, ::-1]


def turns_the_channels_round(dy, x, size, stride=1):
    return right(dy, x, size, stride)[..., ::-1]


def rewards_the_second_largest(dy, x, size, stride=1):
    dx = np.zeros(x.shape)
    order = np.argsort(_windows(x, size, stride), axis=-1)[..., max(size - 2, 0)]
    for t in range(dy.shape[1]):
        at = order[:, t : t + 1] + t * stride
        np.put_along_axis(dx, at, np.take_along_axis(dx, at, axis=1) + dy[:, t : t + 1], axis=1)
    return dx


def shares_by_softmax(dy, x, size, stride=1):
    windows = _windows(x, size, stride).astype(float)
    e = np.exp(windows - windows.max(axis=-1, keepdims=True))
    pieces = e / e.sum(axis=-1, keepdims=True) * dy[..., None]
    dx = np.zeros(x.shape)
    for t in range(dy.shape[1]):
        dx[:, t * stride : t * stride + size] += pieces[:, t].swapaxes(1, 2)
    return dx


def gives_ties_nothing(dy, x, size, stride=1):
    windows = _windows(x, size, stride)
    alone = (windows == windows.max(axis=-1, keepdims=True)).sum(axis=-1) == 1
    return right(dy * alone, x, size, stride)


def gives_ties_half_of_it(dy, x, size, stride=1):
    windows = _windows(x, size, stride)
    many = (windows == windows.max(axis=-1, keepdims=True)).sum(axis=-1) > 1
    return right(np.where(many, dy / 2, dy), x, size, stride)


def hands_the_gradient_of_ties_to_losers(dy, x, size, stride=1):
    windows = _windows(x, size, stride)
    many = (windows == windows.max(axis=-1, keepdims=True)).sum(axis=-1) > 1
    loser = right(np.where(many, dy, 0), -x, size, stride)
    return right(np.where(many, 0, dy), x, size, stride) + loser


def finds_largest_by_value_anywhere(dy, x, size, stride=1):
    """Every step that equals a window's largest number is rewarded, wherever it stands."""
    dx = np.zeros(x.shape)
    for t in range(dy.shape[1]):
        largest = x[:, t * stride : t * stride + size].max(axis=1, keepdims=True)
        dx += (x == largest) * dy[:, t : t + 1]
    return dx


def leaves_the_last_window_out(dy, x, size, stride=1):
    return right(dy * (np.arange(dy.shape[1]) < dy.shape[1] - 1)[:, None], x, size, stride)


def leaves_the_first_window_out(dy, x, size, stride=1):
    return right(dy * (np.arange(dy.shape[1]) > 0)[:, None], x, size, stride)


def lets_the_first_window_decide(dy, x, size, stride=1):
    dx = np.zeros(x.shape)
    for t in reversed(range(dy.shape[1])):
        at = _windows(x, size, stride)[:, t].argmax(axis=-1)[:, None] + t * stride
        np.put_along_axis(dx, at, dy[:, t : t + 1], axis=1)
    return dx


def uses_dy_of_the_same_step(dy, x, size, stride=1):
    won = right(np.ones(dy.shape), x, size, stride) > 0
    return won * np.pad(dy, ((0, 0), (0, x.shape[1] - dy.shape[1]), (0, 0)))


def takes_the_sign_of_dy(dy, x, size, stride=1):
    return right(np.sign(dy), x, size, stride)


def keeps_positive_gradients(dy, x, size, stride=1):
    return right(np.maximum(dy, 0), x, size, stride)


def averages_the_batch(dy, x, size, stride=1):
    return right(dy, x, size, stride) / len(x)


def averages_over_windows(dy, x, size, stride=1):
    return right(dy, x, size, stride) / dy.shape[1]


def adds_the_channels(dy, x, size, stride=1):
    return np.broadcast_to(right(dy, x, size, stride).sum(axis=2, keepdims=True), x.shape)


def pools_the_channels_together(dy, x, size, stride=1):
    return right(dy, x, size, stride) * (x == x.max(axis=2, keepdims=True))


def returns_the_shape_of_dy(dy, x, size, stride=1):
    return right(dy, x, size, stride)[:, : dy.shape[1]]


def returns_where(dy, x, size, stride=1):
    return right(dy, x, size, stride) != 0


def returns_a_list(dy, x, size, stride=1):
    return right(dy, x, size, stride).tolist()


def returns_dy_too(dy, x, size, stride=1):
    return right(dy, x, size, stride), dy


def strides_by_the_size_by_default(dy, x, size, stride=None):
    return right(dy[:, : (x.shape[1] - size) // (stride or size) + 1], x, size, stride or size)


def takes_every_so_many_steps(dy, x, size, stride=1):
    dx = np.zeros(x.shape)
    few = x[:, ::stride]
    dx[:, ::stride] = right(dy[:, : few.shape[1] - size + 1], few, size)
    return dx


def works_in_half_precision(dy, x, size, stride=1):
    return right(dy.astype(np.float16), x, size, stride)


def loses_the_batch_of_one(dy, x, size, stride=1):
    return right(dy, x, size, stride).squeeze()


def clips(dy, x, size, stride=1):
    return np.clip(right(dy, x, size, stride), -1, 1)


def adds_to_the_last_answer(dy, x, size, stride=1):
    memory[x.shape] = memory.get(x.shape, 0) + right(dy, x, size, stride)
    return memory[x.shape] + 0


def marks_winners_in_x(dy, x, size, stride=1):
    dx = right(dy, x, size, stride)
    x[dx != 0] = 0
    return dx


def scales_dy_in_place(dy, x, size, stride=1):
    dx = right(dy, x, size, stride)
    dy *= 2
    return dx

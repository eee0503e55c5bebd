"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.rnn.reference import split_weights as right

memory = {}
rng = np.random.default_rng(0)


def cuts_the_columns(W, hidden_size):
    return W[:, :hidden_size], W[:, hidden_size:]


def cuts_one_row_late(W, hidden_size):
    return W[: hidden_size + 1], W[hidden_size + 1 :]


def loses_the_last_row(W, hidden_size):
    return W[:hidden_size], W[hidden_size:-1]


def loses_the_row_between(W, hidden_size):
    return W[:hidden_size], W[hidden_size + 1 :]


def repeats_the_row_between(W, hidden_size):
    return W[:hidden_size], W[hidden_size - 1 :]


def returns_one_part(W, hidden_size):
    return W[:hidden_size]


def returns_three_parts(W, hidden_size):
    return *right(W, hidden_size), W


def returns_lists(W, hidden_size):
    return tuple(part.tolist() for part in right(W, hidden_size))


def returns_a_dict(W, hidden_size):
    return dict(zip(("W_hh", "W_xh"), right(W, hidden_size), strict=True))


def returns_w_itself(W, hidden_size):
    return W, W


def stacks_the_parts(W, hidden_size):
    return np.stack(right(W, hidden_size)) if len(W) == 2 * hidden_size else np.concatenate(right(W, hidden_size))


def reshapes(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return W_hh, W_xh.T.reshape(W_xh.shape)


def takes_every_other_row(W, hidden_size):
    return np.vstack([W[::2], W[1::2]])[:hidden_size], np.vstack([W[::2], W[1::2]])[hidden_size:]


def reverses_the_rows(W, hidden_size):
    return right(W[::-1], hidden_size)


def reverses_the_rows_of_each_part(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return W_hh[::-1], W_xh[::-1]


def negates(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return W_hh, -W_xh


def halves_the_weights(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return W_hh / 2, W_xh / 2


def keeps_the_diagonal_only(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return W_hh * np.eye(hidden_size), W_xh


def makes_it_symmetric(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return (W_hh + W_hh.T) / 2, W_xh


def makes_it_orthogonal(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return np.linalg.qr(W_hh)[0], W_xh


def fills_with_zeros(W, hidden_size):
    W_hh, W_xh = W.copy(), W.copy()
    W_hh[hidden_size:], W_xh[:hidden_size] = 0, 0
    return W_hh, W_xh


def cuts_to_whole_numbers(W, hidden_size):
    return tuple(part.astype(int) for part in right(W, hidden_size))


def works_in_half_precision(W, hidden_size):
    return tuple(part.astype(np.float16) for part in right(W, hidden_size))


def rounds(W, hidden_size):
    return tuple(part.round(3) for part in right(W, hidden_size))


def guesses_by_size(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return (W_hh.T, W_xh) if len(W_xh) >= hidden_size else (W_hh, W_xh)


def is_wrong_for_square_sizes(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return (W_xh, W_hh) if len(W_xh) == hidden_size else (W_hh, W_xh)


def is_right_for_square_sizes_only(W, hidden_size):
    W_hh, W_xh = right(W, hidden_size)
    return (W_hh, W_xh) if len(W_xh) == hidden_size else (W_hh * 1.0, np.zeros(W_xh.shape))


def squeezes_one_feature(W, hidden_size):
    return tuple(part.squeeze() for part in right(W, hidden_size))


def takes_ten_rows_at_most(W, hidden_size):
    return right(W, min(hidden_size, 10))


def splits_once(W, hidden_size):
    return memory.setdefault(W.shape, right(W, hidden_size))


def splits_its_own_weights(W, hidden_size):
    return right(rng.normal(size=W.shape), hidden_size)


def empties_w(W, hidden_size):
    parts = tuple(part.copy() for part in right(W, hidden_size))
    W[...] = 0
    return parts


def reads_h_off_the_example(W, hidden_size):
    return W[:2], W[2:]


def gives_up(W, hidden_size):
    raise IndexError("too many indices")

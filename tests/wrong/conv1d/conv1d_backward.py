"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.conv1d.reference import conv1d_backward as right

memory = {}


def negates_dx(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return -dx, dkernel, dbias


def doubles_everything(dy, x, kernel, stride=1):
    return tuple(2 * part for part in right(dy, x, kernel, stride))


def turns_the_channels_round(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx[..., ::-1], dkernel, dbias


def turns_dx_round(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx[:, ::-1], dkernel, dbias


def starts_one_late(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return np.roll(dx, 1, axis=1), dkernel, dbias


def sends_back_the_first_place_only(dy, x, kernel, stride=1):
    _, dkernel, dbias = right(dy, x, kernel, stride)
    return right(dy, x, kernel * (np.arange(len(kernel)) == 0)[:, None, None], stride)[0], dkernel, dbias


def leaves_the_last_place_out(dy, x, kernel, stride=1):
    _, dkernel, dbias = right(dy, x, kernel, stride)
    return right(dy, x, kernel * (np.arange(len(kernel)) < len(kernel) - 1)[:, None, None], stride)[0], dkernel, dbias


def leaves_the_last_window_out(dy, x, kernel, stride=1):
    return right(dy * (np.arange(dy.shape[1]) < dy.shape[1] - 1)[:, None], x, kernel, stride)


def leaves_the_first_window_out(dy, x, kernel, stride=1):
    return right(dy * (np.arange(dy.shape[1]) > 0)[:, None], x, kernel, stride)


def leaves_the_last_window_out_of_dkernel(dy, x, kernel, stride=1):
    dx, _, dbias = right(dy, x, kernel, stride)
    return dx, right(dy * (np.arange(dy.shape[1]) < dy.shape[1] - 1)[:, None], x, kernel, stride)[1], dbias


def leaves_the_batch_unsummed_in_dkernel(dy, x, kernel, stride=1):
    dx, _, dbias = right(dy, x, kernel, stride)
    return dx, np.stack([right(dy[b : b + 1], x[b : b + 1], kernel, stride)[1] for b in range(len(x))]), dbias


def averages_dkernel_over_the_batch_only(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx, dkernel / len(x), dbias


def averages_the_bias_over_the_batch_only(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx, dkernel, dbias / len(x)


def divides_dkernel_by_its_size(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx, dkernel / len(kernel), dbias


def adds_the_bias_for_every_place(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx, dkernel, dbias * len(kernel)


def gives_the_bias_axes(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx, dkernel, dbias[None, None]


def adds_all_biases_up(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx, dkernel, dbias.sum()


def gives_no_bias(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx, dkernel, 0 * dbias


def swaps_filters_and_channels(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx, dkernel.swapaxes(1, 2), dbias


def swaps_filters_and_channels_if_square(dy, x, kernel, stride=1):
    if kernel.shape[1] == kernel.shape[2]:
        return right(dy, x, kernel.swapaxes(1, 2), stride)
    return right(dy, x, kernel, stride)


def uses_ones_for_x(dy, x, kernel, stride=1):
    dx, _, dbias = right(dy, x, kernel, stride)
    return dx, right(dy, np.ones(x.shape), kernel, stride)[1], dbias


def uses_the_signs_of_the_kernel(dy, x, kernel, stride=1):
    return right(dy, x, np.sign(kernel), stride)


def adds_weight_decay(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx, dkernel + 1e-3 * kernel, dbias


def clips(dy, x, kernel, stride=1):
    return tuple(np.clip(part, -1, 1) for part in right(dy, x, kernel, stride))


def strides_by_two_by_default(dy, x, kernel, stride=2):
    return right(dy, x, kernel, stride)


def takes_every_so_many_steps(dy, x, kernel, stride=1):
    dx = np.zeros(x.shape)
    few = x[:, ::stride]
    windows = min(dy.shape[1], few.shape[1] - len(kernel) + 1)
    dx[:, ::stride], dkernel, dbias = right(dy[:, :windows], few, kernel)
    return dx, dkernel, dbias


def is_right_without_overlap(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    for t in range(dy.shape[1]):
        dx[:, t * stride : t * stride + len(kernel)] = np.einsum("bf,kcf->bkc", dy[:, t], kernel)
    return dx / 1.0, dkernel, dbias * (1 if stride >= len(kernel) else 2)


def wraps_around(dy, x, kernel, stride=1):
    _, dkernel, dbias = right(dy, x, kernel, stride)
    full = np.zeros(x.shape)
    for k in range(len(kernel)):
        full += np.roll(np.pad(dy @ kernel[k].T, ((0, 0), (0, x.shape[1] - dy.shape[1]), (0, 0))), 2 * k, axis=1)
    return full, dkernel, dbias


def takes_relu_into_account(dy, x, kernel, stride=1):
    return right(dy * (dy > 0), x, kernel, stride)


def takes_forward_differences_that_are_too_coarse(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    return dx.round(2), dkernel.round(2), dbias.round(2)


def works_in_half_precision(dy, x, kernel, stride=1):
    return tuple(part.astype(np.float16) for part in right(dy, x, kernel, stride))


def returns_lists(dy, x, kernel, stride=1):
    return tuple(part.tolist() for part in right(dy, x, kernel, stride))


def returns_a_dict(dy, x, kernel, stride=1):
    return dict(zip(("dx", "dkernel", "dbias"), right(dy, x, kernel, stride), strict=True))


def returns_dx_only(dy, x, kernel, stride=1):
    return right(dy, x, kernel, stride)[0]


def adds_to_the_last_calls_gradients(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right(dy, x, kernel, stride)
    memory[kernel.shape] = memory.get(kernel.shape, 0) + dkernel
    return dx, memory[kernel.shape], dbias


def updates_the_kernel(dy, x, kernel, stride=1):
    answer = right(dy, x, kernel, stride)
    kernel -= (0.1 * answer[1]).astype(kernel.dtype)
    return answer


def scales_dy_in_place(dy, x, kernel, stride=1):
    answer = right(dy, x, kernel, stride)
    dy *= 2
    return answer

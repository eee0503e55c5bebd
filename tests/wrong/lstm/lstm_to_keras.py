"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.lstm.reference import lstm_to_keras as right

memory = {}


def reverses_the_gates(params):
    return tuple(np.concatenate(np.split(part, 4, axis=-1)[::-1], axis=-1) for part in right(params))


def reverses_the_units(params):
    return tuple(part[..., ::-1] for part in right(params))


def reverses_the_rows(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel[::-1], recurrent_kernel, bias


def transposes_the_recurrent_blocks(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel, np.hstack([block.T for block in np.split(recurrent_kernel, 4, axis=1)]), bias


def returns_a_dict(params):
    return dict(zip(("kernel", "recurrent_kernel", "bias"), right(params), strict=True))


def returns_lists(params):
    return tuple(part.tolist() for part in right(params))


def forgets_the_bias(params):
    return right(params)[:2]


def returns_zero_biases(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel, recurrent_kernel, bias * 0


def gives_the_bias_a_row(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel, recurrent_kernel, bias[None]


def returns_half_precision(params):
    return tuple(part.astype(np.float16) for part in right(params))


def rounds(params):
    return tuple(part.round(3) for part in right(params))


def empties_params(params):
    answer = right(params)
    params.clear()
    return answer


def zeroes_params(params):
    answer = right(params)
    params["b_f"][:] = 0
    return answer


def packs_once(params):
    return memory.setdefault(params["W_f"].shape, right(params))


def is_wrong_for_one_unit(params):
    return tuple(part.squeeze() for part in right(params))


def packs_in_the_order_of_the_dict_reversed(params):
    order = [key[-1] for key in reversed(params) if key[0] == "b"]
    return *right(params)[:2], np.concatenate([params[f"b_{gate}"] for gate in order])


def halves_the_kernels(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel / 2, recurrent_kernel / 2, bias


def returns_the_cell_of_many_units_only(params):
    return tuple(part[..., :100] for part in right(params))


def fills_with_a_constant(params):
    return tuple(np.full(part.shape, 0.1) for part in right(params))

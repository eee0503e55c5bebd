"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.gru.reference import gru_to_keras as right

memory = {}


def reverses_the_networks(params):
    return tuple(np.concatenate(np.split(part, 3, axis=-1)[::-1], axis=-1) for part in right(params))[:2] + right(params)[2:]


def reverses_the_units(params):
    return tuple(part[..., ::-1] for part in right(params))


def reverses_the_rows(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel[::-1], recurrent_kernel, bias


def transposes_the_recurrent_blocks(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel, np.hstack([block.T for block in np.split(recurrent_kernel, 3, axis=1)]), bias


def negates_the_second_block_in_pytorchs_order(params):
    turned = params | {"W_r": -params["W_r"], "b_r": -params["b_r"]}
    kernel, recurrent_kernel, bias = right(turned)
    split = [np.split(part, 3, axis=-1) for part in (kernel, recurrent_kernel, bias)]
    return tuple(np.concatenate([second, first, third], axis=-1) for first, second, third in split)


def negates_one_unit(params):
    kernel, recurrent_kernel, bias = (part.copy() for part in right({k: v.copy() for k, v in params.items()}))
    kernel[:, 1:2] *= -1
    return kernel, recurrent_kernel, bias


def inverts_the_update_gate(params):
    return right(params | {"W_z": 1 / params["W_z"], "b_z": 1 / params["b_z"]})


def takes_the_absolute_value(params):
    return tuple(np.abs(part) for part in right(params))


def leaves_the_update_gate_out(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel, recurrent_kernel, bias * (np.arange(bias.size) >= bias.size // 3)


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


def repeats_the_bias(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel, recurrent_kernel, np.stack([bias, bias])


def returns_half_precision(params):
    return tuple(part.astype(np.float16) for part in right(params))


def rounds(params):
    return tuple(part.round(3) for part in right(params))


def replaces_a_key(params):
    params["W_z"], params["b_z"] = -params["W_z"], -params["b_z"]
    return right(params | {"W_z": -params["W_z"]})


def packs_once(params):
    return memory.setdefault(params["W_z"].shape, right(params))


def is_wrong_for_one_unit(params):
    return tuple(part.squeeze() for part in right(params))


def halves_the_kernels(params):
    kernel, recurrent_kernel, bias = right(params)
    return kernel / 2, recurrent_kernel / 2, bias


def packs_few_units_only(params):
    return tuple(part[..., :60] for part in right(params))


def fills_with_a_constant(params):
    return tuple(np.full(part.shape, 0.1) for part in right(params))

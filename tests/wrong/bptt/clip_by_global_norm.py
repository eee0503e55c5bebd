"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.bptt.reference import clip_by_global_norm as right

memory = {}


def _norm(grads):
    return np.sqrt(sum(np.sum(g**2) for g in grads))


def returns_a_tuple(grads, max_norm):
    return tuple(right(grads, max_norm))


def returns_a_dict(grads, max_norm):
    return dict(enumerate(right(grads, max_norm)))


def returns_nested_lists(grads, max_norm):
    return [g.tolist() for g in right(grads, max_norm)]


def returns_the_factor(grads, max_norm):
    return min(1.0, max_norm / max(_norm(grads), 1e-12))


def clips_at_five(grads, max_norm):
    return right(grads, 5.0)


def clips_at_one(grads, max_norm):
    return right(grads, 1.0)


def takes_the_root_of_the_factor(grads, max_norm):
    return [g * min(1, max_norm / max(_norm(grads), 1e-12)) ** 0.5 for g in grads]


def squares_the_factor(grads, max_norm):
    return [g * min(1, max_norm / max(_norm(grads), 1e-12)) ** 2 for g in grads]


def saturates_softly(grads, max_norm):
    return [g / (1 + _norm(grads) / max_norm) for g in grads]


def subtracts_the_excess(grads, max_norm):
    over = max(_norm(grads) - max_norm, 0)
    return [np.sign(g) * np.maximum(np.abs(g) - over, 0) for g in grads]


def takes_the_third_norm(grads, max_norm):
    norm = sum(np.sum(np.abs(g) ** 3.0) for g in grads) ** (1 / 3)
    return [g * min(1, max_norm / max(norm, 1e-12)) for g in grads]


def takes_matrix_norms(grads, max_norm):
    norm = np.sqrt(sum(np.linalg.norm(np.atleast_2d(g).reshape(len(np.atleast_2d(g)), -1), 2) ** 2 for g in grads))
    return [g * min(1, max_norm / max(norm, 1e-12)) for g in grads]


def multiplies_the_norms(grads, max_norm):
    norm = np.prod([_norm([g]) for g in grads])
    return [g * min(1, max_norm / max(norm, 1e-12)) for g in grads]


def shares_the_norm_out(grads, max_norm):
    return [right([g], max_norm / np.sqrt(len(grads)))[0] for g in grads]


def leaves_biases_out(grads, max_norm):
    matrices = [g for g in grads if g.ndim > 1] or grads
    factor = min(1, max_norm / max(_norm(matrices), 1e-12))
    return [g * factor for g in grads]


def scales_matrices_only(grads, max_norm):
    return [a if g.ndim > 1 else 1.0 * g for a, g in zip(right(grads, max_norm), grads, strict=True)]


def adds_a_large_epsilon(grads, max_norm):
    return [g * min(1, max_norm / (_norm(grads) + 0.1)) for g in grads]


def clips_rows(grads, max_norm):
    return [g * np.minimum(1, max_norm / np.maximum(np.linalg.norm(g, axis=-1, keepdims=True), 1e-12)) for g in grads]


def clips_by_value_as_well(grads, max_norm):
    return [np.clip(g, -max_norm / 2, max_norm / 2) for g in right(grads, max_norm)]


def zeroes_long_arrays(grads, max_norm):
    return [0.0 * g if _norm([g]) > max_norm else 1.0 * g for g in grads]


def drops_the_last(grads, max_norm):
    return right(grads, max_norm)[:-1]


def reverses_the_list(grads, max_norm):
    return right(grads, max_norm)[::-1]


def turns_each(grads, max_norm):
    return [g.T for g in right(grads, max_norm)]


def cuts_whole_numbers(grads, max_norm):
    return [a.astype(g.dtype) for a, g in zip(right(grads, max_norm), grads, strict=True)]


def updates_the_norm_while_scaling(grads, max_norm):
    grads = [1.0 * g for g in grads]
    for n in range(len(grads)):
        grads[n] = grads[n] * min(1, max_norm / max(_norm(grads), 1e-12))
    return grads


def overflows(grads, max_norm):
    with np.errstate(all="ignore"):
        norm = np.sqrt(sum(np.sum(g.astype(np.float16) ** 2) for g in grads))
    return [g * min(1, max_norm / max(float(norm), 1e-12)) for g in grads]


def remembers_the_largest_norm(grads, max_norm):
    memory["norm"] = max(memory.get("norm", 0), _norm(grads))
    return [g * min(1, max_norm / max(memory["norm"], 1e-12)) for g in grads]


def replaces_in_the_list(grads, max_norm):
    grads[:] = right(grads, max_norm)
    return grads


def negates(grads, max_norm):
    return [-g for g in right(grads, max_norm)]

"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.bptt.reference import clip_by_value as right

memory = {}


def returns_a_tuple(grads, limit):
    return tuple(right(grads, limit))


def returns_a_dict(grads, limit):
    return dict(enumerate(right(grads, limit)))


def returns_an_object_array(grads, limit):
    answer = np.empty(len(grads), dtype=object)
    answer[:] = right(grads, limit)
    return answer


def returns_nested_lists(grads, limit):
    return [g.tolist() for g in right(grads, limit)]


def returns_nothing(grads, limit):
    for g in grads:
        np.clip(g, -limit, limit)


def halves_the_limit(grads, limit):
    return right(grads, limit / 2)


def doubles_the_limit(grads, limit):
    return right(grads, 2 * limit)


def squares_the_limit(grads, limit):
    return right(grads, limit**2)


def clips_at_five(grads, limit):
    return right(grads, 5.0)


def shrinks_softly(grads, limit):
    return [np.sign(g) * np.maximum(np.abs(g) - limit, 0) for g in grads]


def leaves_out_the_last(grads, limit):
    return [*right(grads[:-1], limit), 1.0 * grads[-1]]


def drops_the_last(grads, limit):
    return right(grads[:-1], limit)


def flattens_each(grads, limit):
    return [g.ravel() for g in right(grads, limit)]


def turns_each(grads, limit):
    return [g.T for g in right(grads, limit)]


def reverses_the_list(grads, limit):
    return right(grads, limit)[::-1]


def negates_what_is_clipped(grads, limit):
    return [np.where(np.abs(g) > limit, -limit * np.sign(g), g) for g in grads]


def wraps_around(grads, limit):
    return [(g + limit) % (2 * limit) - limit for g in grads]


def clips_rows_by_norm(grads, limit):
    return [g * np.minimum(1, limit / np.maximum(np.linalg.norm(g, axis=-1, keepdims=True), 1e-300)) for g in grads]


def rounds_to_the_limit(grads, limit):
    return [np.clip(np.round(g, 1), -limit, limit) for g in grads]


def gives_up_at_zero(grads, limit):
    return [g / np.abs(g) * np.minimum(np.abs(g), limit) for g in grads]


def remembers_the_first_limit(grads, limit):
    return right(grads, memory.setdefault("limit", limit))


def empties_the_list(grads, limit):
    answer = right(grads, limit)
    grads.clear()
    return answer


def replaces_in_the_list(grads, limit):
    for n, g in enumerate(grads):
        grads[n] = np.clip(g, -float(limit), float(limit))
    return grads


def works_in_half_precision(grads, limit):
    return [g.astype(np.float16) for g in right(grads, limit)]

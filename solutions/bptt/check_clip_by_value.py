"""Checks of `clip_by_value`, and the mistakes they recognise (deck 3, "Clip gradients at threshold")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_unchanged
from solutions.bptt._inputs import draw_grads, total_norm, whole_grads
from solutions.bptt.reference import clip_by_value as reference

name = "clip_by_value"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_list_of_arrays(clip_by_value, rng):
    """returns a list of finite float64 arrays, with the shapes of the gradients"""
    args = draw_grads(rng), 0.7
    expect_contract("the answer", clip_by_value(*args), reference(*args))


@check(points=1, public=True)
def stops_at_both_limits(clip_by_value, rng):
    """entries stop at limit and at -limit, and all others stay as they are"""
    expect_answer(clip_by_value, reference, draw_grads(rng), 0.7)


@check(points=1)
def takes_any_gradients(clip_by_value, rng):
    """works for any limit, one array or many, zeros, whole numbers, leaves its arguments as they were, and keeps nothing"""
    grads, other = draw_grads(rng), draw_grads(rng, 30.0)
    many = [*grads, *other, 0 * grads[0]]
    for args in ((other, 7.0), (grads, 0.5), (other, 7.0), (grads, 1.2), (grads[:1], 0.4), (many, 0.3)):
        expect_answer(clip_by_value, reference, *args)
    expect_answer(clip_by_value, reference, whole_grads(rng), 2.5)
    expect_answer(clip_by_value, reference, draw_grads(rng, 1e4), 1e3)
    expect_unchanged(clip_by_value)


# ------------------------------------------------------------------------------------------------ mistakes


def stops_at_the_upper_limit_only(grads, limit):
    """Gradients below -limit pass; deck 3 says "higher than a threshold", but both ends are meant: -limit and limit."""
    return [np.minimum(g, float(limit)) for g in grads]


def stops_at_the_lower_limit_only(grads, limit):
    """Gradients above limit pass: stop them at -limit and at limit."""
    return [np.maximum(g, -float(limit)) for g in grads]


def stops_at_zero(grads, limit):
    """Negative gradients become 0 in your code; the lower limit is -limit."""
    return [np.clip(g, 0.0, float(limit)) for g in grads]


def loses_the_sign(grads, limit):
    """Entries that are too large become +limit, also negative ones: those become -limit."""
    return [np.where(np.abs(g) > limit, float(limit), g) for g in grads]


def takes_absolute_values(grads, limit):
    """Your answer has no signs; only the size is limited, the sign stays."""
    return [np.minimum(np.abs(g), float(limit)) for g in grads]


def zeroes_what_is_too_large(grads, limit):
    """Entries that are too large become 0; they become limit or -limit."""
    return [np.where(np.abs(g) > limit, 0.0, g) for g in grads]


def keeps_what_is_too_large(grads, limit):
    """Small entries become 0 and large ones pass; it is the other way round, and large ones stop at the limit."""
    return [np.where(np.abs(g) > limit, g, 0.0) for g in grads]


def sets_every_entry_to_the_limit(grads, limit):
    """Every entry becomes limit or -limit; only those beyond it do, others stay as they are."""
    return [limit * np.sign(g) for g in grads]


def raises_small_entries(grads, limit):
    """Small entries are raised to the limit and large ones pass; it is the other way round: min where you have max."""
    return [np.sign(g) * np.maximum(np.abs(g), limit) for g in grads]


def clips_by_global_norm(grads, limit):
    """You scale all gradients by their common norm; that is the next exercise: here each entry stops by itself."""
    norm = total_norm(grads)
    return [g * limit / norm if norm > limit else 1.0 * g for g in grads]


def clips_by_the_norm_of_each(grads, limit):
    """You scale each array by its norm; here each entry stops by itself."""
    return [g * min(1.0, limit / max(total_norm([g]), 1e-300)) for g in grads]


def scales_by_the_largest_entry(grads, limit):
    """You scale each array so that its largest entry is the limit; here only entries beyond the limit change."""
    return [g * min(1.0, limit / max(np.abs(g).max(), 1e-300)) for g in grads]


def scales_by_the_largest_entry_of_all(grads, limit):
    """You scale all arrays so that the largest entry is the limit; here only entries beyond the limit change."""
    return [g * min(1.0, limit / max(np.abs(h).max() for h in grads)) for g in grads]


def squashes_with_tanh(grads, limit):
    """Your limit is soft, as tanh's; entries within the limits stay exactly as they are."""
    return [limit * np.tanh(g / limit) for g in grads]


def clips_at_one(grads, limit):
    """You clip at 1, whatever the limit: use the argument."""
    return [np.clip(g, -1.0, 1.0) for g in grads]


def clips_nothing(grads, limit):
    """The gradients come back as they were: stop entries at -limit and limit."""
    return [1.0 * g for g in grads]


def keeps_whole_numbers(grads, limit):
    """Where gradients are whole numbers, a limit of 2.5 becomes 2: a copy of an integer array holds no fractions."""
    return [np.clip(g, -limit, limit).astype(g.dtype) for g in grads]


def clips_the_first_only(grads, limit):
    """Only the first array is clipped: do the same with all in the list."""
    return [np.clip(grads[0], -float(limit), float(limit)), *(1.0 * g for g in grads[1:])]


def returns_the_first_only(grads, limit):
    """You return one array, the first: return a list with all of them. (A return inside the loop ends it.)"""
    return np.clip(grads[0], -float(limit), float(limit))


def joins_them_into_one(grads, limit):
    """You return one long array; each gradient keeps its shape: return a list of arrays."""
    return np.clip(np.concatenate([g.ravel() for g in grads]), -float(limit), float(limit))


def clips_in_place(grads, limit):
    """You change the caller's arrays; make new ones: np.clip without out, and no assignment into g."""
    for g in grads:
        g[...] = np.clip(g, -limit, limit)
    return grads

"""Checks of `clip_by_global_norm`, and the mistakes they recognise (deck 3, "Clip gradients at threshold")."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_contract, expect_steady
from solutions.bptt._inputs import draw_grads, total_norm, whole_grads
from solutions.bptt.reference import clip_by_global_norm as reference

name = "clip_by_global_norm"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_list_of_arrays(clip_by_global_norm, rng):
    """returns a list of finite float64 arrays, with the shapes of the gradients"""
    args = draw_grads(rng), 0.5
    expect_contract("the answer", clip_by_global_norm(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(clip_by_global_norm, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(clip_by_global_norm, reference, (draw_grads(rng), 0.1), (draw_grads(rng), 0.1))


@check(points=2, public=True)
def scales_all_by_one_factor(clip_by_global_norm, rng):
    """short gradients come back as they were; long ones shorter, all by the same factor, with the given norm together"""
    for scale, max_norm in ((0.2, 0.9), (1.0, 5.5), (0.0, 1.5), (1.0, 2.5), (1.0, 0.5)):  # the norm is 3.8 * scale
        expect_answer(clip_by_global_norm, reference, draw_grads(rng, scale), max_norm)


@check(points=1)
def leaves_short_gradients_alone(clip_by_global_norm, rng):
    """gradients that are short enough, or zero, stay exactly as they are, whether the limit is large or small"""
    expect_answer(clip_by_global_norm, reference, [0 * g for g in draw_grads(rng)], 1.5)
    for scale, share in ((0.01, 5.0), (1.0, 1.02), (100.0, 1.001), (1.0, 0.7), (0.01, 0.9), (100.0, 0.1)):
        grads = draw_grads(rng, scale)
        answer = expect_answer(clip_by_global_norm, reference, grads, share * total_norm(grads))
        apart = max(np.abs(a - g).max() for a, g in zip(answer, grads, strict=True))
        problem = "gradients whose norm is below max_norm must come back unchanged, to the last digit that counts"
        expect(share < 1 or apart <= 1e-6 * scale, "the answer", problem)


@check(points=1)
def takes_any_gradients(clip_by_global_norm, rng):
    """works for one array or many, some of them zero, whole numbers, and gradients that have exploded"""
    grads = draw_grads(rng)
    for some in (grads[::-1], grads[:1], [*grads, *grads, 0 * grads[0]], whole_grads(rng), draw_grads(rng, 1e6)):
        for max_norm in (0.05, 0.8 * total_norm(some)):
            expect_answer(clip_by_global_norm, reference, some, max_norm)


# ------------------------------------------------------------------------------------------------ mistakes


def _scaled(grads, max_norm, norm=total_norm, factor=lambda norm, most: most / norm if norm > most else 1.0):
    """The right code; norm: of all gradients; factor: what all are multiplied by."""
    by = factor(norm(grads), max_norm)
    return [g * by for g in grads]


def _of_each(norm):
    return lambda grads: [norm(g) for g in grads]


def scales_each_by_its_own_norm(grads, max_norm):
    """Each array is scaled by a norm of its own; there is one norm, of all arrays together, and one factor."""
    return [_scaled([g], max_norm)[0] for g in grads]


def always_scales(grads, max_norm):
    """You scale short gradients up as well; only those whose norm is above max_norm change."""
    return _scaled(grads, max_norm, factor=lambda norm, most: most / norm if norm else 1.0)


def divides_by_a_zero_norm(grads, max_norm):
    """With gradients of zero you divide 0 by 0; nothing is to be scaled there."""
    return _scaled(grads, max_norm, factor=lambda norm, most: np.float64(min(norm, most)) / norm)


def always_scales_and_divides_by_zero(grads, max_norm):
    """You scale short gradients up as well, and zeros become nan: change only those whose norm is above max_norm."""
    return _scaled(grads, max_norm, factor=lambda norm, most: np.float64(most) / norm)


def scales_the_short_ones(grads, max_norm):
    """The condition is turned round: long gradients pass and short ones are scaled up."""
    return _scaled(grads, max_norm, factor=lambda norm, most: most / norm if 0 < norm < most else 1.0)


def forgets_the_root(grads, max_norm):
    """Your norm is the sum of squares; the norm is its root."""
    return _scaled(grads, max_norm, lambda grads: total_norm(grads) ** 2)


def compares_the_square(grads, max_norm):
    """You compare the sum of squares with max_norm, though you scale by its root: compare the norm."""
    return _scaled(grads, max_norm, factor=lambda norm, most: most / norm if norm**2 > most else 1.0)


def scales_by_the_square(grads, max_norm):
    """You divide by the sum of squares, though you compare the norm: the factor is max_norm / norm."""
    return _scaled(grads, max_norm, factor=lambda norm, most: most / norm**2 if norm > most else 1.0)


def adds_absolute_values(grads, max_norm):
    """Your norm adds absolute values; it is the root of the sum of squares."""
    return _scaled(grads, max_norm, lambda grads: sum(_of_each(lambda g: np.abs(g).sum())(grads)))


def takes_the_largest_entry(grads, max_norm):
    """Your norm is the largest entry; it is the root of the sum of squares."""
    return _scaled(grads, max_norm, lambda grads: max(_of_each(lambda g: np.abs(g).max())(grads)))


def adds_the_norms(grads, max_norm):
    """You add the norms of the arrays; add their squares and take one root."""
    return _scaled(grads, max_norm, lambda grads: sum(_of_each(lambda g: total_norm([g]))(grads)))


def takes_the_largest_norm(grads, max_norm):
    """You take the largest of the arrays' norms; the norm is that of all arrays together: add squares, one root."""
    return _scaled(grads, max_norm, lambda grads: max(_of_each(lambda g: total_norm([g]))(grads)))


def averages_the_norms(grads, max_norm):
    """You average the norms of the arrays; add their squares and take one root."""
    return _scaled(grads, max_norm, lambda grads: sum(_of_each(lambda g: total_norm([g]))(grads)) / len(grads))


def averages_the_squares(grads, max_norm):
    """You take the root of the mean of the squares; the norm is the root of their sum."""
    return _scaled(grads, max_norm, lambda grads: total_norm(grads) / np.sqrt(sum(g.size for g in grads)))


def takes_the_norm_of_the_first(grads, max_norm):
    """Your norm is that of the first array; it is that of all arrays together."""
    return _scaled(grads, max_norm, lambda grads: total_norm(grads[:1]))


def takes_the_norm_of_the_last(grads, max_norm):
    """Your norm is that of the last array; it is that of all arrays together: add up the squares, += and not =."""
    return _scaled(grads, max_norm, lambda grads: total_norm(grads[-1:]))


def adds_up_with_signs(grads, max_norm):
    """Your norm adds the entries themselves, where signs cancel: square them first."""
    return _scaled(grads, max_norm, lambda grads: abs(sum(g.sum() for g in grads)))


def makes_the_norm_one(grads, max_norm):
    """Long gradients come back with a norm of 1; it is max_norm: multiply by max_norm / norm."""
    return _scaled(grads, max_norm, factor=lambda norm, most: 1 / norm if norm > most else 1.0)


def turns_the_factor_round(grads, max_norm):
    """You multiply by norm / max_norm, which makes long gradients longer: it is max_norm / norm."""
    return _scaled(grads, max_norm, factor=lambda norm, most: norm / most if norm > most else 1.0)


def multiplies_by_max_norm(grads, max_norm):
    """You multiply by max_norm and do not divide by the norm: the factor is max_norm / norm."""
    return _scaled(grads, max_norm, factor=lambda norm, most: most if norm > most else 1.0)


def zeroes_what_is_too_long(grads, max_norm):
    """Long gradients become 0; they are scaled to the norm max_norm."""
    return _scaled(grads, max_norm, factor=lambda norm, most: 0.0 if norm > most else 1.0)


def clips_by_value(grads, max_norm):
    """You stop each entry at max_norm; that is the last exercise: here all are scaled by one factor."""
    return [np.clip(g, -float(max_norm), float(max_norm)) for g in grads]


def scales_the_longest_only(grads, max_norm):
    """Only arrays whose own norm is above max_norm are scaled; the factor is the same for all of them."""
    return [g * (max_norm / total_norm(grads) if total_norm([g]) > max_norm else 1.0) for g in grads]


def clips_nothing(grads, max_norm):
    """The gradients come back as they were: scale them if their norm is above max_norm."""
    return [1.0 * g for g in grads]


def returns_the_norm_too(grads, max_norm):
    """You return (list, norm), as TensorFlow does; here the list alone comes back."""
    return _scaled(grads, max_norm), total_norm(grads)


def returns_the_first_only(grads, max_norm):
    """You return one array, the first: return a list with all of them. (A return inside the loop ends it.)"""
    return _scaled(grads, max_norm)[0]


def joins_them_into_one(grads, max_norm):
    """You return one long array; each gradient keeps its shape: return a list of arrays."""
    return np.concatenate([g.ravel() for g in _scaled(grads, max_norm)])


def scales_in_place(grads, max_norm):
    """You change the caller's arrays; make new ones: g * factor, not g *= factor."""
    for g, scaled in zip(grads, _scaled(grads, max_norm), strict=True):
        g[...] = scaled
    return grads

"""Checks of `rmsprop_update`, and the mistakes they recognise (deck 3, "RMSprop to adjust learning rate")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_steady
from solutions.bptt._inputs import optimiser_args
from solutions.bptt.reference import rmsprop_update as reference

name = "rmsprop_update"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_weights_and_cache(rmsprop_update, rng):
    """returns (w, cache), two finite float64 arrays with the shape of w"""
    args = *optimiser_args(rng), 0.1, 0.9, 0.01
    expect_contract(("w", "cache"), rmsprop_update(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(rmsprop_update, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(rmsprop_update, reference, (*optimiser_args(rng), 0.1, 0.9, 0.01), (*optimiser_args(rng), 0.1, 0.9, 0.01))


@check(points=2, public=True)
def follows_the_equations(rmsprop_update, rng):
    """w and cache are what the two equations say"""
    w, dw, cache = optimiser_args(rng)
    expect_answer(rmsprop_update, reference, w, dw, cache, 0.3, 0.8, 0.05)
    expect_answer(rmsprop_update, reference, w, 0.1 * dw, 0 * cache, 0.3, 0.8, 0.05)


@check(points=1)
def adds_eps_outside_the_root(rmsprop_update, rng):
    """eps counts beside small gradients, and keeps w where it is if gradient and cache are zero"""
    w, dw, cache = optimiser_args(rng)
    nowhere = np.arange(4) == 1
    some, little = np.where(nowhere, 0, dw), np.where(nowhere, 0, 0.01 * cache)
    for eps in (0.2, 1e-7):
        expect_answer(rmsprop_update, reference, w, some, little, 0.5, 0.9, eps)
    expect_answer(rmsprop_update, reference, w, 1e-3 * dw, np.zeros(w.shape), 0.5, 0.9, 1e-2)


@check(points=1)
def takes_any_array(rmsprop_update, rng):
    """works for any shape, rate and rho, for whole numbers and for a gradient that has exploded"""
    for shape, lr, rho in (((5,), 0.2, 0.99), ((1, 1), 1.0, 0.7), ((2, 3, 4), 0.05, 0.0), ((40, 3), 0.4, 0.3)):
        expect_answer(rmsprop_update, reference, *optimiser_args(rng, shape), lr, rho, 1e-6)
    w, dw, cache = (rng.integers(1, 9, (2, 3)) for _ in range(3))
    expect_answer(rmsprop_update, reference, w, -dw, cache, 0.5, 0.9, 1e-2)
    expect_answer(rmsprop_update, reference, w, 1e4 * dw, cache, 0.5, 0.9, 1e-2)


# ------------------------------------------------------------------------------------------------ mistakes


def _update(w, dw, cache, lr, rho, eps, *, mean=lambda v, g, rho: rho * v + (1 - rho) * g**2, up=lambda g: g,
            under=lambda new, old, eps: np.sqrt(new) + eps, kept=lambda new, old: new):
    """The right code; mean: the new cache v; up, under: of the fraction that is subtracted; kept: the cache returned."""
    new = mean(cache, dw, rho)
    return w - lr * up(dw) / under(new, cache, eps), kept(new, cache)


def never_forgets(w, dw, cache, lr, rho, eps):
    """Your cache only grows, as Adagrad's; RMSprop takes a running mean: rho * cache + (1 - rho) * dw^2."""
    return _update(w, dw, cache, lr, rho, eps, mean=lambda v, g, rho: v + g**2)


def swaps_rho(w, dw, cache, lr, rho, eps):
    """rho and 1 - rho are in each other's place: rho is the part of the old cache that is kept."""
    return _update(w, dw, cache, lr, 1 - rho, eps)


def forgets_one_minus_rho(w, dw, cache, lr, rho, eps):
    """The factor 1 - rho is missing: rho * cache + (1 - rho) * dw^2."""
    return _update(w, dw, cache, lr, rho, eps, mean=lambda v, g, rho: rho * v + g**2)


def forgets_rho(w, dw, cache, lr, rho, eps):
    """The factor rho is missing: rho * cache + (1 - rho) * dw^2."""
    return _update(w, dw, cache, lr, rho, eps, mean=lambda v, g, rho: v + (1 - rho) * g**2)


def overwrites_the_cache(w, dw, cache, lr, rho, eps):
    """The old cache is lost: the new one is rho * cache + (1 - rho) * dw^2."""
    return _update(w, dw, cache, lr, rho, eps, mean=lambda v, g, rho: g**2)


def drops_the_old_cache(w, dw, cache, lr, rho, eps):
    """Your cache is (1 - rho) * dw^2 alone: rho times the old cache belongs to it."""
    return _update(w, dw, cache, lr, rho, eps, mean=lambda v, g, rho: (1 - rho) * g**2)


def forgets_the_square(w, dw, cache, lr, rho, eps):
    """Your cache is a mean of the gradients themselves (its root may be nan); it is a mean of their squares."""
    return _update(w, dw, cache, lr, rho, eps, mean=lambda v, g, rho: rho * v + (1 - rho) * g)


def takes_absolute_values(w, dw, cache, lr, rho, eps):
    """Your cache is a mean of absolute gradients; it is a mean of their squares."""
    return _update(w, dw, cache, lr, rho, eps, mean=lambda v, g, rho: rho * v + (1 - rho) * np.abs(g))


def squares_the_factor_too(w, dw, cache, lr, rho, eps):
    """You square (1 - rho) as well: it is (1 - rho) * dw^2."""
    return _update(w, dw, cache, lr, rho, eps, mean=lambda v, g, rho: rho * v + ((1 - rho) * g) ** 2)


def shares_one_mean(w, dw, cache, lr, rho, eps):
    """All weights share one mean square; each has its own: dw^2 element by element."""
    return _update(w, dw, cache, lr, rho, eps, mean=lambda v, g, rho: rho * v + (1 - rho) * np.mean(g**2))


def puts_eps_inside_the_root(w, dw, cache, lr, rho, eps):
    """Your eps stands inside the root, as in Keras; here it stands outside: sqrt(cache) + eps."""
    return _update(w, dw, cache, lr, rho, eps, under=lambda new, old, eps: np.sqrt(new + eps))


def forgets_eps(w, dw, cache, lr, rho, eps):
    """eps is missing, so a gradient of zero may become 0 / 0: sqrt(cache) + eps."""
    return _update(w, dw, cache, lr, rho, eps, under=lambda new, old, eps: np.sqrt(new))


def takes_eps_as_a_floor(w, dw, cache, lr, rho, eps):
    """You use eps only where the root is smaller; it is added everywhere: sqrt(cache) + eps."""
    return _update(w, dw, cache, lr, rho, eps, under=lambda new, old, eps: np.maximum(np.sqrt(new), eps))


def adds_eps_after_dividing(w, dw, cache, lr, rho, eps):
    """Brackets are missing: dw / sqrt(cache) + eps adds eps to the step; it is dw / (sqrt(cache) + eps)."""
    new = rho * cache + (1 - rho) * dw**2
    return w - lr * (dw / np.sqrt(new) + eps), new


def keeps_eps_in_the_cache(w, dw, cache, lr, rho, eps):
    """Your new cache has eps in it; eps is only added where you divide."""
    return _update(w, dw, cache, lr, rho, eps, kept=lambda new, old: new + eps)


def forgets_the_root(w, dw, cache, lr, rho, eps):
    """The root is missing: divide by sqrt(cache) + eps."""
    return _update(w, dw, cache, lr, rho, eps, under=lambda new, old, eps: new + eps)


def divides_by_the_old_cache(w, dw, cache, lr, rho, eps):
    """You divide by the root of the old cache; compute the new one first and use it."""
    return _update(w, dw, cache, lr, rho, eps, under=lambda new, old, eps: np.sqrt(old) + eps)


def returns_the_old_cache(w, dw, cache, lr, rho, eps):
    """w is right, but the old cache comes back: return the new one, the next step needs it."""
    return _update(w, dw, cache, lr, rho, eps, kept=lambda new, old: 1.0 * old)


def returns_the_root(w, dw, cache, lr, rho, eps):
    """w is right, but you return the root of the cache: the cache holds mean squares."""
    return _update(w, dw, cache, lr, rho, eps, kept=lambda new, old: np.sqrt(new))


def corrects_the_bias(w, dw, cache, lr, rho, eps):
    """You divide the cache by 1 - rho, as Adam does in its first step; RMSprop has no such correction."""
    return _update(w, dw, cache, lr, rho, eps, under=lambda new, old, eps: np.sqrt(new / (1 - rho)) + eps)


def squares_the_gradient_on_top(w, dw, cache, lr, rho, eps):
    """You subtract dw^2 over the root; on top stands dw itself, with its sign."""
    return _update(w, dw, cache, lr, rho, eps, up=lambda g: g**2)


def follows_the_sign_only(w, dw, cache, lr, rho, eps):
    """Your step is lr times the sign of the gradient; divide dw by sqrt(cache) + eps, the running mean."""
    return w - lr * np.sign(dw), rho * cache + (1 - rho) * dw**2


def descends_plainly(w, dw, cache, lr, rho, eps):
    """Your w is that of plain gradient descent: divide dw by sqrt(cache) + eps."""
    return _update(w, dw, cache, lr, rho, eps, under=lambda new, old, eps: 1.0)


def climbs(w, dw, cache, lr, rho, eps):
    """You add the step, which climbs: w - lr * ..."""
    return _update(w, dw, cache, -lr, rho, eps)


def forgets_the_learning_rate(w, dw, cache, lr, rho, eps):
    """The learning rate is missing: lr * dw / (sqrt(cache) + eps)."""
    return _update(w, dw, cache, 1.0, rho, eps)


def carries_momentum(w, dw, cache, lr, rho, eps):
    """That is momentum: a running mean of gradients as the step; RMSprop's mean is of squares, and divides."""
    new = rho * cache + (1 - rho) * dw
    return w - lr * new, new


def clips_at_one(w, dw, cache, lr, rho, eps):
    """You clip the gradient: what deck 3 says under RMSprop belongs to clipping. Divide by sqrt(cache) + eps."""
    return w - lr * np.clip(dw, -1.0, 1.0), rho * cache + (1 - rho) * dw**2


def divides_by_the_norm(w, dw, cache, lr, rho, eps):
    """You divide by the norm of the whole gradient; each weight is divided by its own sqrt(cache) + eps."""
    return _update(w, dw, cache, lr, rho, eps, under=lambda new, old, eps: np.linalg.norm(dw) + eps)


def returns_the_step(w, dw, cache, lr, rho, eps):
    """You return the step itself; subtract it from w and return the new w."""
    new_w, new = _update(w, dw, cache, lr, rho, eps)
    return w - new_w, new


def returns_the_cache_first(w, dw, cache, lr, rho, eps):
    """You return (cache, w); the order is (w, cache)."""
    return _update(w, dw, cache, lr, rho, eps)[::-1]


def returns_w_only(w, dw, cache, lr, rho, eps):
    """The cache does not come back, so the next step starts from the old one: return w, cache."""
    return _update(w, dw, cache, lr, rho, eps)[0]


def changes_w_in_place(w, dw, cache, lr, rho, eps):
    """You change the caller's w: write w = w - ..., not w -= ..."""
    new_w, new = _update(w, dw, cache, lr, rho, eps)
    w[...] = new_w
    return w, new


def changes_the_cache_in_place(w, dw, cache, lr, rho, eps):
    """You change the caller's cache: write cache = rho * cache + ..., not cache *= ..."""
    new_w, new = _update(w, dw, cache, lr, rho, eps)
    cache[...] = new
    return new_w, cache

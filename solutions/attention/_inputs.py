"""Inputs that hide no mistake: sizes all different, scores far apart, nothing symmetric."""

import numpy as np


def scores(rng, *shape):
    """Scores of this shape; each row, column and sample lies on a level of its own."""
    levels = [rng.normal(size=[n if m == axis else 1 for m in range(len(shape))]) for axis, n in enumerate(shape)]
    return sum(levels, rng.normal(size=shape))


def looks(rng, *lead, Tq=3, Tk=4, d=5, dv=2):
    """q, k and v; lead: the axes in front."""
    return rng.normal(size=(*lead, Tq, d)), rng.normal(size=(*lead, Tk, d)), rng.normal(size=(*lead, Tk, dv))


def some_seen(rng, *shape):
    """A mask that hides about half of the keys, some and not all of them in every row, and is not its own mirror image."""
    order = rng.permuted(np.broadcast_to(np.arange(shape[-1]), shape), axis=-1)
    return order < rng.integers(1, shape[-1], size=(*shape[:-1], 1))


def heads_args(rng, B=2, T=4, D=6, heads=3, size=1.0):
    """x, the four weights and the number of heads; size: of the weights of queries and keys."""
    W_q, W_k, W_v, W_o = (rng.normal(0, 0.8, (D, D)) for _ in range(4))
    return rng.normal(size=(B, T, D)), size * W_q, size * W_k, W_v, W_o, heads


def whole_numbers(*args):
    """The same arguments with float arrays of an integer type."""
    return tuple(np.rint(2 * arg).astype(int) if isinstance(arg, np.ndarray) else arg for arg in args)


def far_apart(rng, *shape):
    """Whole numbers of -1000, 0 and 1000, as floats."""
    return rng.integers(-1, 2, size=shape) * 1000.0

"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.bptt.reference import rmsprop_update as right

memory = {}


def updates_adadelta_like(w, dw, cache, lr, rho, eps):
    _, new = right(w, dw, cache, lr, rho, eps)
    return w - lr * dw * np.sqrt(cache + eps) / np.sqrt(new + eps), new


def squares_eps(w, dw, cache, lr, rho, eps):
    _, new = right(w, dw, cache, lr, rho, eps)
    return w - lr * dw / (np.sqrt(new) + eps**2), new


def subtracts_eps(w, dw, cache, lr, rho, eps):
    _, new = right(w, dw, cache, lr, rho, eps)
    return w - lr * dw / (np.sqrt(new) - eps), new


def hard_codes_eps(w, dw, cache, lr, rho, eps):
    return right(w, dw, cache, lr, rho, 1e-8)


def hard_codes_rho(w, dw, cache, lr, rho, eps):
    return right(w, dw, cache, lr, 0.9, eps)


def hard_codes_the_rate(w, dw, cache, lr, rho, eps):
    return right(w, dw, cache, 0.001, rho, eps)


def puts_eps_inside_with_its_square(w, dw, cache, lr, rho, eps):
    _, new = right(w, dw, cache, lr, rho, eps)
    return w - lr * dw / np.sqrt(new + eps**2), new


def has_eps_inside_and_outside(w, dw, cache, lr, rho, eps):
    _, new = right(w, dw, cache, lr, rho, eps)
    return w - lr * dw / (np.sqrt(new + eps) + eps), new


def keeps_eps_in_the_mean(w, dw, cache, lr, rho, eps):
    new = rho * cache + (1 - rho) * (dw**2 + eps)
    return w - lr * dw / (np.sqrt(new) + eps), new


def centres(w, dw, cache, lr, rho, eps):
    _, new = right(w, dw, cache, lr, rho, eps)
    return w - lr * (dw - dw.mean()) / (np.sqrt(new) + eps), new


def takes_the_largest(w, dw, cache, lr, rho, eps):
    new = np.maximum(cache, dw**2)
    return w - lr * dw / (np.sqrt(new) + eps), new


def takes_the_larger_mean(w, dw, cache, lr, rho, eps):
    _, new = right(w, dw, cache, lr, rho, eps)
    return w - lr * dw / (np.sqrt(np.maximum(new, cache)) + eps), new


def decays_the_weights(w, dw, cache, lr, rho, eps):
    new_w, new = right(w, dw, cache, lr, rho, eps)
    return new_w - lr * 0.01 * w, new


def applies_the_rate_to_the_gradient_first(w, dw, cache, lr, rho, eps):
    return right(w, lr * dw, cache, 1.0, rho, eps)


def puts_the_rate_under_the_root(w, dw, cache, lr, rho, eps):
    return right(w, dw, cache, np.sqrt(lr), rho, eps)


def updates_twice(w, dw, cache, lr, rho, eps):
    return right(*right(w, dw, cache, lr, rho, eps)[:1], dw, cache, lr, rho, eps)


def updates_the_cache_twice(w, dw, cache, lr, rho, eps):
    new = rho * cache + (1 - rho) * dw**2
    return right(w, dw, new, lr, rho, eps)


def clips_the_step(w, dw, cache, lr, rho, eps):
    new_w, new = right(w, dw, cache, lr, rho, eps)
    return w + np.clip(new_w - w, -lr, lr), new


def clips_the_gradient_first(w, dw, cache, lr, rho, eps):
    return right(w, np.clip(dw, -1, 1), cache, lr, rho, eps)


def takes_the_mean_over_rows(w, dw, cache, lr, rho, eps):
    new = rho * cache + (1 - rho) * np.mean(dw**2, axis=0, keepdims=True)
    return w - lr * dw / (np.sqrt(new) + eps), new


def squares_the_mean(w, dw, cache, lr, rho, eps):
    new = (rho * np.sqrt(cache) + (1 - rho) * dw) ** 2
    return w - lr * dw / (np.sqrt(new) + eps), new


def scales_w(w, dw, cache, lr, rho, eps):
    new_w, new = right(w, dw, cache, lr, rho, eps)
    return w * (w - new_w), new


def starts_the_cache_anew(w, dw, cache, lr, rho, eps):
    return right(w, dw, np.ones(w.shape), lr, rho, eps)


def returns_the_new_gradient(w, dw, cache, lr, rho, eps):
    _, new = right(w, dw, cache, lr, rho, eps)
    return dw / (np.sqrt(new) + eps), new


def keeps_a_cache_of_its_own(w, dw, cache, lr, rho, eps):
    memory[w.shape] = rho * memory.get(w.shape, 0) + (1 - rho) * dw**2
    return w - lr * dw / (np.sqrt(memory[w.shape]) + eps), memory[w.shape].copy()


def counts_steps_for_adam(w, dw, cache, lr, rho, eps):
    memory["t"] = memory.get("t", 0) + 1
    _, new = right(w, dw, cache, lr, rho, eps)
    return w - lr * dw / (np.sqrt(new / (1 - rho ** memory["t"])) + eps), new


def cuts_whole_numbers(w, dw, cache, lr, rho, eps):
    new_w, new = right(w, dw, cache, lr, rho, eps)
    return new_w.astype(w.dtype), new


def works_in_half_precision(w, dw, cache, lr, rho, eps):
    return tuple(a.astype(np.float16) for a in right(w, dw, cache, lr, rho, eps))


def returns_three(w, dw, cache, lr, rho, eps):
    return *right(w, dw, cache, lr, rho, eps), lr


def overwrites_dw(w, dw, cache, lr, rho, eps):
    answer = right(w, dw, cache, lr, rho, eps)
    dw[...] = 0
    return answer

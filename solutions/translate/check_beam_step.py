"""Checks of `beam_step`, and the mistakes they recognise (beam search: Sutskever et al., 2014)."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_unchanged
from solutions.translate.reference import beam_step as reference

name = "beam_step"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_three_arrays(beam_step, rng):
    """returns scores (floats), parents and tokens (whole numbers), each of shape (width,)"""
    args = _args(rng, 3, 7)
    expect_contract(("scores", "parents", "tokens"), beam_step(*args), reference(*args))


@check(points=2, public=True)
def keeps_the_best(beam_step, rng):
    """keeps the best `width` of all continuations of all beginnings, best first"""
    expect_answer(beam_step, reference, *_args(rng, 3, 6))


@check(points=1, public=True)
def keeps_what_is_finished(beam_step, rng):
    """a finished beginning keeps its score and says the end token again, once"""
    scores, log_probs, _, end = _args(rng, 3, 6)
    finished = scores == scores.max()
    log_probs[finished, end] = -0.4  # likely, so that it would live on at any price
    expect_answer(beam_step, reference, scores, log_probs, finished, end)


@check(points=1)
def drops_what_falls_behind(beam_step, rng):
    """a beginning may have several successors, or none, finished or not; the arguments stay as they were"""
    for finished in ([False, False, False, False], [True, False, True, False], [True, True, True, False]):
        scores, log_probs, _, end = _args(rng, 4, 9)
        for gap in (0.0, 20.0):
            expect_answer(beam_step, reference, scores - gap * np.arange(4), log_probs, np.array(finished), end)
            expect_answer(beam_step, reference, scores - gap * np.arange(4)[::-1], log_probs, np.array(finished), end)
    expect_unchanged(beam_step)


@check(points=1)
def takes_any_width(beam_step, rng):
    """works for one beginning (it is greedy then), for many, for as many as words, and for any end token"""
    for width, V in ((1, 8), (5, 5), (8, 4), (6, 50)):
        for end in (0, V - 1, int(rng.integers(1, V - 1))):
            scores, log_probs, finished, _ = _args(rng, width, V)
            expect_answer(beam_step, reference, scores, log_probs, finished, end)
            finished[rng.integers(width)] = width > 1
            expect_answer(beam_step, reference, scores, log_probs, finished, end)


@check(points=1)
def begins(beam_step, rng):
    """at the start all beginnings but one have the score minus infinity, and none of them lives on"""
    _, log_probs, finished, end = _args(rng, 3, 8)
    expect_answer(beam_step, reference, np.array([0.0, -np.inf, -np.inf]), log_probs, finished, end)


def _args(rng, width, V):
    """Nothing finished yet; one beginning is hopeless, so that another has two successors."""
    logits = rng.normal(size=(width, V)) * 1.5
    log_probs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    scores = -rng.uniform(1.2, 2.5, size=width)
    scores[rng.integers(width)] -= 12.0 * (width > 1)
    return scores, log_probs, np.zeros(width, dtype=bool), 2 % V


# ------------------------------------------------------------------------------------------------ mistakes


def _table(log_probs, finished, end, stay=0.0):
    only_end = np.where(np.arange(log_probs.shape[1]) == end, stay, -np.inf)
    return np.where(finished[:, None], only_end, log_probs)


def _best(totals, order=None):
    width, V = totals.shape
    flat = totals.ravel()
    best = np.argsort(-flat, kind="stable")[:width] if order is None else order(flat)[:width]
    return flat[best], best // V, best % V


def adds_probabilities(scores, log_probs, finished, end):
    """You add probabilities to the scores: add their logs, as they come."""
    return _best(scores[:, None] + np.exp(_table(log_probs, finished, end)))


def multiplies_logs(scores, log_probs, finished, end):
    """You multiply log-probabilities: probabilities multiply, their logs add."""
    only_end = np.where(np.arange(log_probs.shape[1]) == end, 1.0, np.inf)
    with np.errstate(divide="ignore", invalid="ignore"):
        totals = scores[:, None] * np.where(finished[:, None], only_end, log_probs)
    return _best(np.nan_to_num(totals, nan=-1e9, posinf=-1e9, neginf=-1e9))


def forgets_the_scores(scores, log_probs, finished, end):
    """You rank by the next word alone: the score so far belongs to it."""
    return _best(_table(log_probs, finished, end))


def lets_finished_ones_go_on(scores, log_probs, finished, end):
    """Finished beginnings go on with new words: their only next word is the end token, at no cost."""
    return _best(scores[:, None] + log_probs)


def charges_for_staying(scores, log_probs, finished, end):
    """A finished beginning pays for its end token again: its score must stay as it was."""
    return _best(scores[:, None] + np.where(finished[:, None] & (np.arange(log_probs.shape[1]) != end), -np.inf, log_probs))


def repeats_finished_ones(scores, log_probs, finished, end):
    """A finished beginning lives on with every word, at no cost: only the end token is allowed, all others get minus infinity."""
    return _best(scores[:, None] + np.where(finished[:, None], 0.0, log_probs))


def drops_finished_ones(scores, log_probs, finished, end):
    """Finished beginnings are thrown away: they stay, with the end token and their score, and compete."""
    return _best(scores[:, None] + np.where(finished[:, None], -np.inf, log_probs))


def keeps_one_each(scores, log_probs, finished, end):
    """You keep the best word of each beginning: keep the best of all continuations, wherever they come from."""
    totals = scores[:, None] + _table(log_probs, finished, end)
    tokens = totals.argmax(axis=1)
    order = np.argsort(-totals.max(axis=1), kind="stable")
    return totals.max(axis=1)[order], order, tokens[order]


def keeps_one_each_unsorted(scores, log_probs, finished, end):
    """You continue each beginning with its best word: the best of all continuations live on, sorted, wherever they come from."""
    totals = scores[:, None] + _table(log_probs, finished, end)
    return totals.max(axis=1), np.arange(len(scores)), totals.argmax(axis=1)


def keeps_the_worst(scores, log_probs, finished, end):
    """You keep the worst: argsort begins with the smallest, so sort the negative totals, or take the other end."""
    return _best(np.nan_to_num(scores[:, None] + _table(log_probs, finished, end), neginf=-1e9), np.argsort)


def sorts_upwards(scores, log_probs, finished, end):
    """You keep the right ones, but the best stands last: best first is asked for."""
    return tuple(part[::-1] for part in _best(scores[:, None] + _table(log_probs, finished, end)))


def swaps_parents_and_tokens(scores, log_probs, finished, end):
    """Parents and tokens are swapped: in the flat table parent = place // V, and token = place % V."""
    scores, parents, tokens = _best(scores[:, None] + _table(log_probs, finished, end))
    return scores, tokens, parents


def divides_by_the_width(scores, log_probs, finished, end):
    """You divide by width: rows of the table are V long, so parent = place // V and token = place % V."""
    totals = (scores[:, None] + _table(log_probs, finished, end)).ravel()
    best = np.argsort(-totals, kind="stable")[: len(scores)]
    return totals[best], best // len(scores), best % len(scores)


def returns_the_old_scores(scores, log_probs, finished, end):
    """You return the parents' scores: the next word's log-probability belongs to the new ones."""
    _, parents, tokens = _best(scores[:, None] + _table(log_probs, finished, end))
    return scores[parents], parents, tokens


def returns_probabilities(scores, log_probs, finished, end):
    """Your scores are probabilities: return their logs, which do not vanish in long sentences."""
    scores, parents, tokens = _best(scores[:, None] + _table(log_probs, finished, end))
    return np.exp(scores), parents, tokens


def returns_places(scores, log_probs, finished, end):
    """Your tokens are places in the flat table: token = place % V."""
    scores, parents, tokens = _best(scores[:, None] + _table(log_probs, finished, end))
    return scores, parents, parents * log_probs.shape[1] + tokens

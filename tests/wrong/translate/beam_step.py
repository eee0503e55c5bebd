"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np


def takes_the_first_beginning(scores, log_probs, finished, end):
    width = len(scores)
    tokens = np.argsort(-log_probs[0])[:width]
    return scores[0] + log_probs[0, tokens], np.zeros(width, dtype=int), tokens


def ends_with_two(scores, log_probs, finished, end):
    width, V = log_probs.shape
    stay = np.where(np.arange(V) == 2, 0.0, -1e9)
    totals = (scores[:, None] + np.where(finished[:, None], stay, log_probs)).ravel()
    best = np.argsort(-totals)[:width]
    return totals[best], best // V, best % V


def divides_by_the_length(scores, log_probs, finished, end):
    width, V = log_probs.shape
    totals = ((scores[:, None] + log_probs) / 2).ravel()
    best = np.argsort(-totals)[:width]
    return totals[best], best // V, best % V


def finishes_all_at_once(scores, log_probs, finished, end):
    width, V = log_probs.shape
    stay = np.where(np.arange(V) == end, 0.0, -1e9)
    totals = (scores[:, None] + np.where(finished.any(), stay, log_probs)).ravel()
    best = np.argsort(-totals)[:width]
    return totals[best], best // V, best % V


def writes_into_log_probs(scores, log_probs, finished, end):
    width, V = log_probs.shape
    log_probs[finished] = -np.inf
    log_probs[finished, end] = 0.0
    totals = (scores[:, None] + log_probs).ravel()
    best = np.argsort(-totals)[:width]
    return totals[best], best // V, best % V

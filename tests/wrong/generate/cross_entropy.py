"""Wrong surprises that have no name."""

import numpy as np


def _of_right(probabilities, targets):
    return probabilities[np.arange(len(targets)), targets]


def meets_infinity(probabilities, targets):
    with np.errstate(divide="ignore"):
        nats = -np.mean(np.log(_of_right(probabilities, targets)))
    return nats, nats / np.log(2), np.exp(nats)


def leaves_zeros_out(probabilities, targets):
    p = _of_right(probabilities, targets)
    nats = -np.mean(np.log(p[p > 0]))
    return nats, nats / np.log(2), np.exp(nats)


def lifts_too_much(probabilities, targets):
    nats = -np.mean(np.log(np.maximum(_of_right(probabilities, targets), 1e-3)))
    return nats, nats / np.log(2), np.exp(nats)


def squares_the_error(probabilities, targets):
    nats = np.mean((1 - _of_right(probabilities, targets)) ** 2)
    return nats, nats / np.log(2), np.exp(nats)


def clips_its_argument(probabilities, targets):
    probabilities += 0.0
    probabilities[probabilities < 1e-6] = 1e-6
    nats = -np.mean(np.log(_of_right(probabilities, targets)))
    return nats, nats / np.log(2), np.exp(nats)

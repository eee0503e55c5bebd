"""Checks of `masked_cross_entropy`, and the mistakes they recognise: what is averaged, over what, and what logits are."""

import numpy as np

from autograder.checks import check, expect_close, expect_contract, expect_unchanged

name = "masked_cross_entropy"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _args(rng, B=3, T=6, K=5, *, like=bool):
    """Targets, logits and a mask; sentences of different lengths, and padding on which the logits are confident and wrong."""
    mask = np.arange(T) < rng.permutation(np.arange(B) * 2 + 1)[:, None]
    logits = rng.normal(size=(B, T, K)) * 2
    targets = rng.integers(0, K, (B, T))
    logits[~mask] += 3 * np.eye(K)[(targets[~mask] + 1) % K]
    return targets, logits, mask.astype(like)


@check(points=1, public=True)
def returns_one_number(masked_cross_entropy, rng):
    """returns one number, finite and without axes"""
    args = _args(rng)
    expect_contract("loss", masked_cross_entropy(*args), expected(*args))


@check(points=2, public=True)
def averages_over_words(masked_cross_entropy, rng):
    """the loss is the mean of -log softmax(logits)[target] over real words"""
    _expect(masked_cross_entropy, *_args(rng))
    _expect(masked_cross_entropy, *_args(rng, B=2, T=5, K=7))


@check(points=1)
def does_not_look_at_padding(masked_cross_entropy, rng):
    """what stands on padding changes nothing; where all words are real it is the plain mean"""
    targets, logits, mask = _args(rng)
    _expect(masked_cross_entropy, targets, logits, mask)
    _expect(masked_cross_entropy, np.where(mask, targets, 0), np.where(mask[..., None], logits, 9.0), mask)
    _expect(masked_cross_entropy, targets, logits, np.ones_like(mask))


@check(points=1)
def takes_floats_too(masked_cross_entropy, rng):
    """works when Keras hands over targets and mask as floats"""
    targets, logits, mask = _args(rng, B=4, T=8, K=3, like=np.float32)
    _expect(masked_cross_entropy, targets.astype(np.float32), logits.astype(np.float32), mask)


@check(points=1)
def is_stable(masked_cross_entropy, rng):
    """large logits give a finite loss, and nothing that comes in is changed"""
    targets, logits, mask = _args(rng, B=2, T=4, K=6)
    _expect(masked_cross_entropy, targets, 12 * logits, mask)
    _expect(masked_cross_entropy, targets, logits + 800.0, mask)
    expect_unchanged(masked_cross_entropy)


def _expect(student, targets, logits, mask):
    expect_close("loss", np.asarray(student(targets, logits, mask))[()], expected(targets, logits, mask))


# ------------------------------------------------------------------------------------------------ mistakes


def _losses(targets, logits):
    """-log softmax of the right tags, shape (B, T)."""
    peak = logits.max(axis=-1, keepdims=True)
    total = np.log(np.exp(logits - peak).sum(axis=-1)) + peak[..., 0]
    return total - np.take_along_axis(logits, targets.astype(int)[..., None], axis=-1)[..., 0]


def _softmax(logits):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _mean(losses, mask):
    return np.float64(np.sum(losses * mask) / np.sum(mask))


def expected(targets, logits, mask):
    """The right loss."""
    loss = _mean(_losses(targets, logits), mask)
    return loss  # noqa: RET504  the name that students read


def counts_padding(targets, logits, mask):
    """You take the mean over all words, padding included: multiply by the mask, and divide by its sum."""
    return np.mean(_losses(targets, logits))


def divides_by_all(targets, logits, mask):
    """You leave out padding, but divide by B * T; divide by the number of real words, the sum of the mask."""
    return np.mean(_losses(targets, logits) * mask)


def inverts_the_mask(targets, logits, mask):
    """Your loss is that of the padding: the mask is true for words."""
    other = 1 - np.asarray(mask, dtype=float)
    return np.float64(np.sum(_losses(targets, logits) * other) / max(np.sum(other), 1e-7))


def takes_softmax_twice(targets, logits, mask):
    """You take a softmax and hand the probabilities over as logits, so there are two: logits as they are, and from_logits=True."""
    return _mean(_losses(targets, _softmax(logits)), mask)


def takes_logits_for_probabilities(targets, logits, mask):
    """You hand logits over as probabilities: say from_logits=True."""
    clipped = np.clip(logits, 1e-7, 1 - 1e-7)
    return _mean(_losses(targets, np.log(clipped)), mask)


def averages_sentence_by_sentence(targets, logits, mask):
    """You average in each sentence and then over sentences, so words of short ones weigh more: one sum, one division."""
    losses = _losses(targets, logits) * mask
    return np.mean(losses.sum(axis=1) / np.maximum(mask.sum(axis=1), 1))


def divides_by_the_batch(targets, logits, mask):
    """You divide by the number of sentences; divide by the number of real words, the sum of the mask."""
    return np.float64(np.sum(_losses(targets, logits) * mask) / len(mask))


def only_adds_up(targets, logits, mask):
    """You add up; divide by the number of real words, the sum of the mask."""
    return np.float64(np.sum(_losses(targets, logits) * mask))


def loses_the_sign(targets, logits, mask):
    """Your loss has the wrong sign: it is minus the logarithm."""
    return -expected(targets, logits, mask)


def masks_the_logits(targets, logits, mask):
    """You multiply the logits by the mask: then padding costs log K and counts; multiply the losses."""
    return np.mean(_losses(targets, logits * np.asarray(mask)[..., None]))


def masks_the_logits_and_divides(targets, logits, mask):
    """You multiply the logits by the mask: then padding costs log K each; multiply the losses."""
    return np.float64(np.sum(_losses(targets, logits * np.asarray(mask)[..., None])) / np.sum(mask))


def answers_for_each_word(targets, logits, mask):
    """You return a loss for each word; one number is wanted, their mean over real words."""
    return _losses(targets, logits) * mask


def answers_for_each_sentence(targets, logits, mask):
    """You return a loss for each sentence; one number is wanted, the mean over all real words of the batch."""
    return (_losses(targets, logits) * mask).sum(axis=1) / np.maximum(mask.sum(axis=1), 1)


def compares_numbers(targets, logits, mask):
    """You take a squared difference between targets and likeliest tags; tags are names, not sizes: cross-entropy."""
    return _mean((logits.argmax(axis=-1) - targets) ** 2, mask)

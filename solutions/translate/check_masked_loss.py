"""Checks of `masked_loss`, and the mistakes they recognise."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_unchanged
from solutions.translate._inputs import padded

name = "masked_loss"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_one_number(masked_loss, rng):
    """returns one finite number"""
    args = _args(rng)
    expect_contract("loss", masked_loss(*args), expected(*args))


@check(points=2, public=True)
def averages_over_words(masked_loss, rng):
    """is the mean cross-entropy of the words, padding left out"""
    expect_answer(masked_loss, expected, *_args(rng))


@check(points=1)
def padding_has_no_say(masked_loss, rng):
    """what the network says where the target is padding changes nothing, nor do more steps of padding"""
    targets, logits = _args(rng)
    right = expected(targets, logits)
    elsewhere = np.where((targets == 0)[..., None], rng.normal(size=logits.shape) * 5, logits)
    longer = np.pad(targets, [(0, 0), (0, 4)]), np.concatenate([logits, rng.normal(size=(len(logits), 4, logits.shape[-1]))], axis=1)
    for args in ((targets, logits), (targets, elsewhere), longer):
        expect_close("loss", masked_loss(*args), right)
    expect_unchanged(masked_loss)


@check(points=1)
def takes_any_size(masked_loss, rng):
    """works for one sentence, sentences without padding, large logits, and logits of zeros, where it is log(V)"""
    for B, T, V in ((1, 6, 5), (4, 1, 3), (20, 17, 40), (3, 3, 3)):
        targets, logits = _args(rng, B, T, V)
        for size in (1.0, 0.0, 30.0):
            expect_answer(masked_loss, expected, targets, size * logits)
        expect_answer(masked_loss, expected, np.maximum(targets, 1), logits)


def _args(rng, B=4, T=7, V=9):
    targets = padded(rng, B, T, words=V) if V > 3 else rng.integers(1, V, size=(B, T))
    return targets, rng.normal(size=(B, T, V)) * 2


def _losses(targets, logits):
    """Cross-entropies, shape (B, T)."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return -np.take_along_axis(logs, targets[..., None].astype(int), axis=-1)[..., 0]


def _softmax(logits):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


# ------------------------------------------------------------------------------------------------ mistakes


def expected(targets, logits):
    """The right loss."""
    losses, counts = _losses(targets, logits), targets != 0
    loss = np.asarray((losses * counts).sum() / counts.sum())
    return loss  # noqa: RET504  the name that students read


def counts_padding(targets, logits):
    """Padding counts in your mean: leave out where targets is 0."""
    return np.asarray(_losses(targets, logits).mean())


def divides_by_all_steps(targets, logits):
    """You leave padding out of the sum, but divide by all B * T steps: divide by the number of words."""
    return np.asarray((_losses(targets, logits) * (targets != 0)).mean())


def counts_padding_only(targets, logits):
    """Your mask is upside down: it is 1 where targets is 0, and those are the steps to leave out."""
    losses, counts = _losses(targets, logits), targets == 0
    return np.asarray((losses * counts).sum() / max(counts.sum(), 1))


def adds_up(targets, logits):
    """You return the sum over the words: divide it by how many they are, or long batches would take larger steps."""
    return np.asarray((_losses(targets, logits) * (targets != 0)).sum())


def divides_by_sentences(targets, logits):
    """You divide by the number of sentences: divide by the number of words."""
    return np.asarray((_losses(targets, logits) * (targets != 0)).sum() / len(targets))


def averages_sentences(targets, logits):
    """You average each sentence, then the averages, so a word of a short sentence weighs more: one sum over all, one division."""
    losses, counts = _losses(targets, logits), targets != 0
    return np.asarray(((losses * counts).sum(axis=1) / counts.sum(axis=1)).mean())


def returns_one_per_sentence(targets, logits):
    """You return a number for each sentence; one is wanted, for the whole batch: sum over both axes."""
    losses, counts = _losses(targets, logits), targets != 0
    return (losses * counts).sum(axis=1) / counts.sum(axis=1)


def returns_one_per_step(targets, logits):
    """You return a loss for each step; one number is wanted, for the whole batch."""
    return _losses(targets, logits) * (targets != 0)


def takes_logits_for_probabilities(targets, logits):
    """You treat logits as if they were probabilities: from_logits=True."""
    clipped = np.clip(logits, 1e-7, None)
    probabilities = np.clip(clipped / clipped.sum(axis=-1, keepdims=True), 1e-7, 1 - 1e-7)
    losses = -np.log(np.take_along_axis(probabilities, targets[..., None].astype(int), axis=-1)[..., 0])
    return np.asarray((losses * (targets != 0)).sum() / (targets != 0).sum())


def applies_softmax_twice(targets, logits):
    """Softmax is applied twice: from_logits=True does it already."""
    return expected(targets, _softmax(logits))


def leaves_out_the_end(targets, logits):
    """You leave out the end token too: the network must learn when to stop, so only 0 is left out."""
    losses, counts = _losses(targets, logits), (targets != 0) & (targets != 2)
    return np.asarray((losses * counts).sum() / max(counts.sum(), 1))


def has_the_wrong_sign(targets, logits):
    """Your loss is negative: the minus before the logarithm is missing, and training would make it worse."""
    return -expected(targets, logits)

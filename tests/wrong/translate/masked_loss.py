"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np


def _logs(logits):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def _losses(targets, logits):
    return -np.take_along_axis(_logs(logits), targets[..., None], axis=-1)[..., 0]


def counts_in_bits(targets, logits):
    losses, mask = _losses(targets, logits) / np.log(2), targets != 0
    return np.asarray((losses * mask).sum() / mask.sum() * (1 + 0.01 * len(targets)))


def looks_at_the_first_sentence(targets, logits):
    return np.asarray(_losses(targets[:1], logits[:1]).sum() / max((targets[:1] != 0).sum(), 1))


def masks_the_logits(targets, logits):
    return np.asarray(_losses(targets, logits * (targets != 0)[..., None]).mean())


def takes_squares(targets, logits):
    mask = targets != 0
    return np.asarray(((_losses(targets, logits) ** 2) * mask).sum() / mask.sum())


def is_a_constant(targets, logits):
    return np.asarray(float(np.log(logits.shape[-1])))

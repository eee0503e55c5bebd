"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.tag.check_masked_cross_entropy import expected as right


def overflows(targets, logits, mask):
    powers = np.exp(logits)
    p = np.take_along_axis(powers / powers.sum(axis=-1, keepdims=True), targets.astype(int)[..., None], axis=-1)[..., 0]
    return -np.sum(np.log(p) * mask) / np.sum(mask)


def adds_a_small_number(targets, logits, mask):
    p = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = np.take_along_axis(p / p.sum(axis=-1, keepdims=True), targets.astype(int)[..., None], axis=-1)[..., 0]
    return -np.sum(np.log(p + 1e-2) * mask) / np.sum(mask)


def takes_the_middle_one(targets, logits, mask):
    each = [right(targets[i : i + 1], logits[i : i + 1], mask[i : i + 1]) for i in range(len(targets)) if np.any(mask[i])]
    return np.median(each)


def counts_in_bits(targets, logits, mask):
    return right(targets, logits, mask) / np.log(2)


def looks_at_the_first_sentence(targets, logits, mask):
    return right(targets[:1], logits[:1], mask[:1])


def divides_by_one_more(targets, logits, mask):
    return right(targets, logits, mask) * np.sum(mask) / (np.sum(mask) + 1)


def needs_whole_numbers(targets, logits, mask):
    rows, columns = np.indices(targets.shape)
    logits[rows, columns, targets]
    return right(targets, logits, mask)

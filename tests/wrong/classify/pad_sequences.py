"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.classify.reference import pad_sequences as right


def turns_the_words_round(sequences, length):
    return right([sequence[::-1] for sequence in sequences], length)


def sorts_by_length(sequences, length):
    return right(sorted(sequences, key=len), length)


def leaves_out_empty_ones(sequences, length):
    return right([sequence for sequence in sequences if sequence], length)


def cuts_one_word_too_many(sequences, length):
    return right([sequence[: length - 1] for sequence in sequences], length)


def makes_small_numbers(sequences, length):
    ids, mask = right(sequences, length)
    return ids % 50, mask


def returns_lists(sequences, length):
    ids, mask = right(sequences, length)
    return ids.tolist(), mask.tolist()


def returns_real_numbers(sequences, length):
    ids, mask = right(sequences, length)
    return ids.astype(float), mask


def masks_the_first_word(sequences, length):
    ids, mask = right(sequences, length)
    mask[:, :1] = False
    return ids, mask


def returns_lengths(sequences, length):
    ids, mask = right(sequences, length)
    return ids, mask.sum(axis=1)


def pads_in_place(sequences, length):
    for sequence in sequences:
        sequence += [0] * (length - len(sequence))
    ids = np.array([sequence[:length] for sequence in sequences])
    return ids, ids > 0

"""Checks of `pad_sequences`, and the mistakes they recognise: which side, how long, and what is real."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_steady
from solutions.classify.reference import pad_sequences as reference

name = "pad_sequences"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_ids_and_mask(pad_sequences, rng):
    """returns word numbers and a mask of True and False, both of shape (number of sequences, length)"""
    args = _sequences(rng, 2, 4, 3), 5
    expect_contract(("ids", "mask"), pad_sequences(*args), reference(*args))


@check(points=2, public=True)
def fills_up_with_zeros(pad_sequences, rng):
    """words come first, then zeros, and of too many words the first ones stay; the mask is True where there is a word"""
    expect_answer(pad_sequences, reference, _sequences(rng, 3, 1, 4, 2), 6)
    expect_answer(pad_sequences, reference, _sequences(rng, 5, 2), 3)


@check(points=2)
def cuts_what_is_too_long(pad_sequences, rng):
    """of a sequence that is too long, the first words stay"""
    expect_answer(pad_sequences, reference, _sequences(rng, 7, 2, 4, 9, 5), 4)


@check(points=1)
def takes_any_sizes(pad_sequences, rng):
    """works for one sequence, for an empty one, and where all are shorter or longer than length; changes none of them"""
    for lengths, length in (((3,), 5), ((2, 0, 4), 4), ((1, 2, 1), 8), ((6, 9, 7), 2)):
        expect_answer(pad_sequences, reference, _sequences(rng, *lengths), length)
    expect_steady(pad_sequences, reference, (_sequences(rng, 3, 6, 2), 4), (_sequences(rng, 3, 6, 2), 4))


def _sequences(rng, *lengths):
    """Lists of words, no word twice in one of them, none 0."""
    return [rng.permutation(np.arange(1, 100))[:n].tolist() for n in lengths]


# ------------------------------------------------------------------------------------------------ mistakes


def _placed(sequences, length, fill=0, cut_front=False, pad_front=False):
    ids, mask = np.full((len(sequences), length), fill, dtype=np.int64), np.zeros((len(sequences), length), dtype=bool)
    for row, real, sequence in zip(ids, mask, sequences, strict=True):
        kept = sequence[max(len(sequence) - length, 0) :] if cut_front else sequence[:length]
        at = slice(length - len(kept), None) if pad_front else slice(0, len(kept))
        row[at], real[at] = kept, True
    return ids, mask


def pads_in_front(sequences, length):
    """Your zeros stand before the words; here they come after them (Keras's own pad_sequences pads in front by default)."""
    return _placed(sequences, length, pad_front=True)


def keeps_the_last_words(sequences, length):
    """You keep the last words of a long sequence; here the first ones stay (Keras's own pad_sequences cuts off the front)."""
    return _placed(sequences, length, cut_front=True)


def does_as_keras_does(sequences, length):
    """Your zeros stand before the words, and you keep the last words, as Keras does by default; here it is the other way: "post"."""
    return _placed(sequences, length, pad_front=True, cut_front=True)


def turns_the_mask_round(sequences, length):
    """Your mask is True where the padding is; it is True where there is a word."""
    ids, mask = reference(sequences, length)
    return ids, ~mask


def calls_everything_real(sequences, length):
    """Your mask is True everywhere; it is False where you filled up."""
    ids, mask = reference(sequences, length)
    return ids, mask | True


def forgets_the_last_word(sequences, length):
    """Your mask leaves out the last word of each sequence: a slice's end is not part of it, mask[i, :n] has n of them."""
    ids, mask = reference(sequences, length)
    return ids, np.roll(mask, -1, axis=1) & mask & (np.arange(mask.shape[1]) < mask.shape[1] - 1)


def pads_with_minus_one(sequences, length):
    """You fill up with -1; word number 0 is kept free for padding."""
    return _placed(sequences, length, fill=-1)


def repeats_the_last_word(sequences, length):
    """You fill up with the last word; fill up with 0, which is no word."""
    ids, mask = reference(sequences, length)
    last = np.array([sequence[:length][-1] if sequence else 0 for sequence in sequences])
    return np.where(mask, ids, last[:, None]), mask


def pads_to_the_longest(sequences, length):
    """Your arrays are as wide as the longest sequence; they are `length` wide, whatever comes in."""
    return _placed(sequences, max(map(len, sequences)))


def drops_long_sequences(sequences, length):
    """You leave out sequences that are too long; cut them, or their labels no longer fit."""
    return _placed([sequence if len(sequence) <= length else [] for sequence in sequences], length)


def leaves_the_mask_as_numbers(sequences, length):
    """Your mask holds numbers; it holds True and False: dtype=bool, or a comparison."""
    ids, mask = reference(sequences, length)
    return ids, mask.astype(float)


def puts_time_first(sequences, length):
    """Your arrays have shape (length, number of sequences); the batch comes first, as everywhere in this course."""
    ids, mask = reference(sequences, length)
    return ids.T, mask.T

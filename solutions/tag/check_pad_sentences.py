"""Checks of `pad_sentences`, and the mistakes they recognise: on which side, what the mask says, what is cut off."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_steady
from solutions.tag.reference import pad_sentences as reference

name = "pad_sentences"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _sentences(rng, *lengths):
    """Lists of numbers, zeros among them."""
    return [[int(number) for number in rng.permutation(k) * 3] for k in lengths]


@check(points=1, public=True)
def returns_numbers_and_mask(pad_sentences, rng):
    """returns (numbers, mask), both of shape (n, length), whole numbers and bool"""
    args = _sentences(rng, 3, 5, 2), 6
    expect_contract(("numbers", "mask"), pad_sentences(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(pad_sentences, rng):
    """leaves the sentences as they were, and remembers nothing from call to call"""
    expect_steady(pad_sentences, reference, (_sentences(rng, 4, 7, 2), 5), (_sentences(rng, 6, 1, 3), 5))


@check(points=2, public=True)
def fills_up_at_the_end(pad_sentences, rng):
    """each sentence stands at the beginning of its row, zeros behind it, and the mask is true for its words, zeros among them too"""
    expect_answer(pad_sentences, reference, _sentences(rng, 4, 2, 9, 7), 7)


@check(points=1)
def takes_any_size(pad_sentences, rng):
    """works for one sentence, one of exactly the length, an empty one, and a length of 1"""
    for lengths, length in (((5,), 8), ((6, 3), 6), ((2, 0, 4), 5), ((3, 1, 2), 1), ((30, 2, 11, 9, 1), 12)):
        expect_answer(pad_sentences, reference, _sentences(rng, *lengths), length)


# ------------------------------------------------------------------------------------------------ mistakes


def _padded(sentences, length, *, fill=0, cut=slice, at=lambda kept, length: 0):
    """numbers and mask; cut: which part is kept; at: where it begins."""
    numbers, mask = np.full((len(sentences), length), fill), np.zeros((len(sentences), length), dtype=bool)
    for i, sentence in enumerate(sentences):
        kept = sentence[cut(length)]
        place = slice(at(len(kept), length), at(len(kept), length) + len(kept))
        numbers[i, place], mask[i, place] = kept, True
    return numbers, mask


def pads_at_the_front(sentences, length):
    """You put the zeros before the sentence; here they come after it, numbers[i, :k] = sentence."""
    return _padded(sentences, length, at=lambda kept, length: length - kept)


def cuts_at_the_front(sentences, length):
    """Of a long sentence you keep the last words; keep the first ones, sentence[:length]."""
    return _padded(sentences, length, cut=lambda length: slice(-length, None))


def pads_and_cuts_at_the_front(sentences, length):
    """You pad and cut at the front (as keras.utils.pad_sequences does unless told "post"); here both happen at the end."""
    return _padded(sentences, length, cut=lambda length: slice(-length, None), at=lambda kept, length: length - kept)


def inverts_the_mask(sentences, length):
    """Your mask is true where there is padding; it is true where there is a word."""
    numbers, mask = reference(sentences, length)
    return numbers, ~mask


def takes_zeros_for_padding(sentences, length):
    """You read the mask off the numbers (numbers != 0), but 0 may be a word's number; take the sentence's length instead."""
    numbers, _ = reference(sentences, length)
    return numbers, numbers != 0


def marks_everything(sentences, length):
    """Your mask is true everywhere; it is false where the sentence has ended."""
    numbers, mask = reference(sentences, length)
    return numbers, np.ones_like(mask)


def pads_with_minus_one(sentences, length):
    """You fill up with -1; fill up with 0, which an Embedding has a row for."""
    return _padded(sentences, length, fill=-1)


def pads_to_the_longest(sentences, length):
    """Your arrays are as wide as the longest sentence; they have `length` columns, whatever comes."""
    return reference(sentences, max(map(len, sentences)))


def loses_the_last_word(sentences, length):
    """The last word of each sentence is missing: a slice's end is not part of it."""
    return reference([sentence[:-1] for sentence in sentences], length)


def masks_with_numbers(sentences, length):
    """Your mask holds 1 and 0; make it bool: np.zeros(..., dtype=bool), and True for words."""
    numbers, mask = reference(sentences, length)
    return numbers, mask.astype(np.int64)


def returns_floats(sentences, length):
    """Your numbers are floats (np.zeros makes them so): say dtype=np.int64."""
    numbers, mask = reference(sentences, length)
    return numbers.astype(float), mask


def returns_lengths(sentences, length):
    """You return the sentences' lengths in the place of the mask: it has shape (n, length), true for each word."""
    numbers, mask = reference(sentences, length)
    return numbers, mask.sum(axis=1)


def returns_no_mask(sentences, length):
    """You return the numbers alone; return (numbers, mask)."""
    return reference(sentences, length)[0]


def puts_words_first(sentences, length):
    """Your arrays have shape (length, n); batch comes first: (n, length)."""
    numbers, mask = reference(sentences, length)
    return numbers.T, mask.T

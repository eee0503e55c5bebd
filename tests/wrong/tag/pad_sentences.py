"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.tag.reference import pad_sentences as right

memory = {}


def centres_the_sentence(sentences, length):
    numbers, mask = right(sentences, length)
    shifts = (length - mask.sum(axis=1)) // 2
    return np.array([np.roll(a, k) for a, k in zip(numbers, shifts, strict=True)]), np.array(
        [np.roll(a, k) for a, k in zip(mask, shifts, strict=True)])


def repeats_the_last_word(sentences, length):
    numbers, mask = right(sentences, length)
    last = np.array([s[min(len(s), length) - 1] if len(s) else 0 for s in sentences])
    return np.where(mask, numbers, last[:, None]), mask


def adds_one_to_every_number(sentences, length):
    numbers, mask = right(sentences, length)
    return numbers + mask, mask


def sorts_by_length(sentences, length):
    return right(sorted(sentences, key=len), length)


def empties_the_sentences(sentences, length):
    answer = right(sentences, length)
    for sentence in sentences:
        sentence.clear()
    return answer


def answers_once(sentences, length):
    return memory.setdefault(length, right(sentences, length))


def needs_a_word(sentences, length):
    numbers, mask = right(sentences, length)
    mask[:, 0] = True
    return numbers, mask

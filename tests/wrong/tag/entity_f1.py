"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.tag.reference import entities
from solutions.tag.reference import entity_f1 as right


def ignores_the_start(gold, predicted, lengths):
    hits = total = 0
    for a, b, k in zip(gold, predicted, lengths, strict=True):
        x, y = ({tuple(s[1:]) for s in entities(row[:k]).tolist()} for row in (a, b))
        hits, total = hits + len(x & y), total + len(x) + len(y)
    return 2 * hits / total if total else 0.0


def accepts_any_overlap(gold, predicted, lengths):
    hits = total = 0
    for a, b, k in zip(gold, predicted, lengths, strict=True):
        x, y = (entities(row[:k]).tolist() for row in (a, b))
        hits += sum(any(s[0] < q[1] and q[0] < s[1] and s[2] == q[2] for q in y) for s in x)
        total += len(x) + len(y)
    return 2 * hits / total if total else 0.0


def leaves_out_sentences_without_any(gold, predicted, lengths):
    some = np.array([bool(np.any(row[:k])) for row, k in zip(gold, lengths, strict=True)])
    return right(gold[some], predicted[some], lengths[some])


def cuts_all_at_the_longest(gold, predicted, lengths):
    return right(gold, predicted, np.full_like(lengths, lengths.max()))


def cuts_one_too_early(gold, predicted, lengths):
    return right(gold, predicted, lengths - 1)


def rounds_to_one_digit(gold, predicted, lengths):
    return round(right(gold, predicted, lengths), 1)


def returns_all_three(gold, predicted, lengths):
    return right(gold, predicted, lengths), 0.5, 0.5


def looks_at_the_first_sentence(gold, predicted, lengths):
    return right(gold[:1], predicted[:1], lengths[:1])

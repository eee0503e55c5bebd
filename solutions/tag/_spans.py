"""Entities and tags in NumPy, for the score and for the checks: what a mistake changes is a keyword."""

import numpy as np

TYPES = ("PER", "COM", "TIM")  # type k has the tags 2k + 1 (B) and 2k + 2 (I); 0 is O


def spans(tags, *, stray="begins", apart=True, typed=True, include_end=False):
    """[start, end, type] of every entity in a row of tags, in order, by conlleval's rule.

    stray: what an I- does that continues nothing: it "begins" one, or is "dropped"; apart: whether B- ends the entity before it;
    typed: whether another type ends it; include_end: whether end is the last word.
    """
    found, current = [], None
    for t, tag in enumerate([*np.asarray(tags).tolist(), 0]):
        kind, begins = (tag - 1) // 2, tag % 2 == 1
        goes_on = current is not None and tag > 0 and not (begins and apart) and not (typed and kind != current[1])
        if current is not None and not goes_on:
            found.append([current[0], t - include_end, current[1]])
            current = None
        if current is None and tag > 0 and (begins or stray != "dropped"):
            current = (t, kind)
    return found


def table(found):
    """Entities as an array, shape (n, 3), also of none."""
    return np.array(found, dtype=np.int64).reshape(-1, 3)


def counts(gold, predicted, lengths, *, find=spans, same=lambda span: tuple(span)):
    """Of each sentence: entities in both, in gold, and in predicted; arrays of shape (n,)."""
    rows = []
    for truth, guess, length in zip(gold, predicted, lengths, strict=True):
        a, b = ({same(span) for span in find(row[:length])} for row in (truth, guess))
        rows.append((len(a & b), len(a), len(b)))
    return np.array(rows, dtype=float).reshape(-1, 3).T


def f1(right, gold, predicted):
    """2 right / (gold + predicted), 0 where there is nothing at all."""
    return float(2 * np.sum(right) / max(np.sum(gold) + np.sum(predicted), 1))

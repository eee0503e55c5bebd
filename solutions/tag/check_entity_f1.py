"""Checks of `entity_f1`, and the mistakes they recognise: what is counted, over what, and what happens to nothing."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_close, expect_contract, expect_steady
from solutions.tag._spans import counts, f1, spans
from solutions.tag.reference import entity_f1 as reference

name = "entity_f1"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
PHRASES = ([1, 2], [3], [5, 6, 6], [0, 0], [0], [1], [4, 4], [3, 4])


def _tags(rng, n, T):
    """Rows of entities and O, T words each."""
    rows = [np.concatenate([PHRASES[k] for k in rng.integers(0, len(PHRASES), T)])[:T] for _ in range(n)]
    return np.array(rows)


def _args(rng, n=6, T=12):
    """Gold, a prediction that errs in every way there is (type, end, place, too many, too few), and lengths below T."""
    gold, noise = _tags(rng, n, T), _tags(rng, n, T)
    predicted = np.where(rng.integers(0, 4, (n, T)) == 0, noise, gold)
    gold[0, :5], predicted[0, :5] = [1, 2, 0, 3, 0], [3, 4, 0, 3, 0]  # the type is wrong
    gold[1, :5], predicted[1, :5] = [1, 2, 2, 0, 5], [1, 2, 0, 0, 5]  # the end is wrong
    predicted[2, :4], gold[2, :4] = [0, 1, 0, 3], [0, 0, 0, 3]  # one too many
    gold[:, -2:], predicted[:, -2:] = 3, rng.permutation([1, 3])  # beyond every length
    return gold, predicted, rng.integers(6, T - 1, n)


@check(points=1, public=True)
def returns_a_number(entity_f1, rng):
    """returns one number"""
    args = _args(rng)
    expect_contract("f1", entity_f1(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(entity_f1, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(entity_f1, reference, _args(rng, n=4), _args(rng, n=3))


@check(points=2, public=True)
def counts_whole_entities(entity_f1, rng):
    """an entity is right if start, end and type are; all sentences count together, and padding does not"""
    expect_answer(entity_f1, reference, *_args(rng))
    expect_answer(entity_f1, reference, *_args(rng, n=5, T=15))


@check(points=1)
def answers_the_ends_of_the_scale(entity_f1, rng):
    """1 for a perfect prediction, 0 where nothing is found, nothing is right, or there is nothing at all"""
    gold, _, lengths = _args(rng)
    nothing = np.zeros_like(gold)
    expect_close("f1", float(entity_f1(gold, gold, lengths)), 1.0)
    for a, b in ((gold, nothing), (nothing, gold), (nothing, nothing)):
        expect_close("f1", float(entity_f1(a, b, lengths)), 0.0)


@check(points=1)
def takes_any_size(entity_f1, rng):
    """works for one sentence, one word, and many sentences, some without an entity"""
    expect_answer(entity_f1, reference, np.array([[3]]), np.array([[3]]), np.array([1]))
    gold, predicted, lengths = _args(rng, n=40, T=14)
    gold[::3] = 0
    value = expect_answer(entity_f1, reference, gold, predicted, lengths)
    expect(0 <= float(value) <= 1, "f1", "it must lie between 0 and 1")
    expect_answer(entity_f1, reference, *(array[:1] for array in _args(rng)))


# ------------------------------------------------------------------------------------------------ mistakes


def _real(array, lengths):
    """The tags of real words, one after another."""
    return np.concatenate([row[:length] for row, length in zip(array, lengths, strict=True)])


def measures_accuracy(gold, predicted, lengths):
    """You return the share of words with the right tag, most of which are O; count entities."""
    return float(np.mean(_real(gold, lengths) == _real(predicted, lengths)))


def measures_accuracy_with_padding(gold, predicted, lengths):
    """You return the share of right tags, padding included; count entities, and of each row only the first `length` tags."""
    return float(np.mean(gold == predicted))


def scores_words(gold, predicted, lengths):
    """You compare tag by tag those that are not O; a whole entity counts once, and only if all of it is right."""
    a, b = _real(gold, lengths), _real(predicted, lengths)
    return f1(np.sum((a == b) & (a > 0)), np.sum(a > 0), np.sum(b > 0))


def counts_padding(gold, predicted, lengths):
    """You count what stands on padding; cut each row at its length, row[:length]."""
    return reference(gold, predicted, np.full(len(lengths), gold.shape[1]))


def ignores_the_type(gold, predicted, lengths):
    """You compare start and end only; the type must be right as well."""
    return f1(*counts(gold, predicted, lengths, same=lambda span: tuple(span[:2])))


def ignores_the_end(gold, predicted, lengths):
    """You compare where entities begin, and their type; the end must be right as well."""
    return f1(*counts(gold, predicted, lengths, same=lambda span: (span[0], span[2])))


def averages_over_sentences(gold, predicted, lengths):
    """You take the mean of the sentences' F1; add up the counts of all sentences first, and divide once."""
    return float(np.mean([f1(*each) for each in counts(gold, predicted, lengths).T]))


def averages_over_types(gold, predicted, lengths):
    """You take the mean of the types' F1 (a macro average); count all types together."""
    each = [counts(gold, predicted, lengths, find=lambda row, k=k: [s for s in spans(row) if s[2] == k]) for k in range(3)]
    return float(np.mean([f1(*one) for one in each]))


def forgets_the_sentence(gold, predicted, lengths):
    """You put the entities of all sentences in one set, where those at the same place are one; count sentence by sentence."""
    a, b = ({tuple(s) for row, k in zip(array, lengths, strict=True) for s in spans(row[:k])} for array in (gold, predicted))
    return f1(len(a & b), len(a), len(b))


def returns_precision(gold, predicted, lengths):
    """You return the precision, right / predicted; F1 is 2 right / (gold + predicted)."""
    right, _, found = counts(gold, predicted, lengths).sum(axis=1)
    return float(right / found) if found else 0.0


def returns_recall(gold, predicted, lengths):
    """You return the recall, right / gold; F1 is 2 right / (gold + predicted)."""
    right, wanted, _ = counts(gold, predicted, lengths).sum(axis=1)
    return float(right / wanted) if wanted else 0.0


def takes_the_mean_of_both(gold, predicted, lengths):
    """You take the arithmetic mean of precision and recall; F1 is their harmonic mean, 2PR / (P + R)."""
    return (returns_precision(gold, predicted, lengths) + returns_recall(gold, predicted, lengths)) / 2


def forgets_the_two(gold, predicted, lengths):
    """The 2 is missing: F1 is 2 right / (gold + predicted), and a perfect prediction scores 1."""
    return reference(gold, predicted, lengths) / 2


def divides_right_by_all(gold, predicted, lengths):
    """You divide by all different entities (Jaccard); F1 is 2 right / (gold + predicted)."""
    right, wanted, found = counts(gold, predicted, lengths).sum(axis=1)
    return float(right / max(wanted + found - right, 1))


def divides_by_zero(gold, predicted, lengths):
    """You divide by zero where there is no entity in either; answer 0 then."""
    right, wanted, found = (int(n) for n in counts(gold, predicted, lengths).sum(axis=1))
    return 2 * right / (wanted + found)


def divides_by_zero_precision(gold, predicted, lengths):
    """You divide by zero where nothing was predicted, or nothing is right; 2 right / (gold + predicted) needs no precision."""
    right, wanted, found = (int(n) for n in counts(gold, predicted, lengths).sum(axis=1))
    precision, recall = right / found, right / wanted
    return 2 * precision * recall / (precision + recall)


def answers_one_for_nothing(gold, predicted, lengths):
    """Where there is no entity in either, you answer 1; here it is 0."""
    return reference(gold, predicted, lengths) if np.sum(counts(gold, predicted, lengths)) else 1.0


def answers_in_percent(gold, predicted, lengths):
    """You answer in percent; F1 lies between 0 and 1."""
    return 100 * reference(gold, predicted, lengths)

"""Checks of `entities`, and the mistakes they recognise: where an entity begins, where it ends, which type it has."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_steady
from solutions.tag._spans import spans, table
from solutions.tag.reference import entities as reference

name = "entities"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
HARD = [1, 2, 2, 0, 3, 3, 4, 6, 6, 0, 0, 2, 1, 4, 4, 5]  # every way to begin and to end; open at the end


def _drawn(rng, T):
    """Tags as a bad network predicts them: any after any, but for a beginning that is O, so that several kinds of rows occur."""
    return rng.integers(0, 7, T)


@check(points=1, public=True)
def returns_rows_of_three(entities):
    """returns one array of whole numbers, shape (m, 3), one row for each entity; (0, 3) where there is none"""
    for tags in ([0, 1, 2, 0, 5], [0, 0, 0]):
        expect_contract("spans", entities(np.array(tags)), reference(np.array(tags)))


@check(points=1)
def keeps_to_its_arguments(entities, rng):
    """leaves the tags as they were, and remembers nothing from call to call"""
    expect_steady(entities, reference, (np.array([0, 1, 2, 0, 3, 0]),), (np.array([5, 6, 0, 1, 0, 0]),))


@check(points=2, public=True)
def finds_where_entities_stand(entities):
    """a B begins an entity, as an I of another type does; the I of its type go on with it; its end is the position after its last word"""
    for tags in ([0, 1, 2, 2, 0, 3, 0, 5, 6, 0], [3, 4, 0, 0, 1, 0, 5], [0, 1, 1, 2, 0, 3, 3, 0], [1, 4, 4, 0, 5, 6, 2]):
        expect_answer(entities, reference, np.array(tags))


@check(points=1)
def lets_a_stray_inside_begin(entities):
    """an I that continues nothing, or an entity of another type, begins a new one"""
    for tags in ([0, 2, 2, 0, 4, 0], [1, 4, 4, 0, 0], [5, 6, 2, 0, 3, 0], HARD):
        expect_answer(entities, reference, np.array(tags))


@check(points=1)
def takes_any_tags(entities, rng):
    """works for any tags in any order, for one word, and where there is nothing to find"""
    for T in (1, 2, 20, 200):
        expect_answer(entities, reference, _drawn(rng, T))
    for tags in ([0], [6], [1], [0] * 9, [2] * 4, [5] * 3):
        expect_answer(entities, reference, np.array(tags))


# ------------------------------------------------------------------------------------------------ mistakes


def ends_on_the_last_word(tags):
    """Your end is the position of the last word; it is the position after it, as in a slice."""
    return table(spans(tags, include_end=True))


def drops_stray_insides(tags):
    """You leave out an I that continues nothing; by conlleval's rule it begins an entity."""
    return table(spans(tags, stray="dropped"))


def lets_anything_continue(tags):
    """You let an I continue an entity of another type; where the type changes, a new entity begins."""
    return table(spans(tags, typed=False))


def joins_neighbours(tags):
    """You join two entities of one type that stand side by side: a B always begins a new one. That is what B is for."""
    return table(spans(tags, apart=False))


def joins_all_neighbours(tags):
    """You go on until the next O; a B, and an I of another type, begin a new entity as well."""
    return table(spans(tags, apart=False, typed=False))


def forgets_the_open_one(tags):
    """An entity that lasts to the end of the sentence is lost: nothing closes it. An O put behind the tags would."""
    found = spans(tags)
    return table(found[:-1] if found and found[-1][1] == len(tags) else found)


def stops_one_early_at_the_end(tags):
    """An entity that lasts to the end of the sentence loses its last word: its end is len(tags)."""
    return table([[a, min(b, len(tags) - 1), kind] for a, b, kind in spans(tags)])


def counts_types_from_one(tags):
    """Your types are 1, 2 and 3; they count from 0: (tag - 1) // 2."""
    return table([[a, b, kind + 1] for a, b, kind in spans(tags)])


def returns_tags_for_types(tags):
    """Your third column holds the tag of the first word; the type of a tag t is (t - 1) // 2."""
    return table([[a, b, int(tags[a])] for a, b, _ in spans(tags)])


def returns_lengths_for_ends(tags):
    """Your second column says how many words an entity has; it is the position after its last one."""
    return table([[a, b - a, kind] for a, b, kind in spans(tags)])


def puts_the_type_first(tags):
    """Your columns are type, start, end; they are start, end, type."""
    return table([[kind, a, b] for a, b, kind in spans(tags)])


def takes_every_word_for_one(tags):
    """Each of your entities is one word long: the I that follow a B belong to it."""
    return table([[t, t + 1, kind] for a, b, kind in spans(tags) for t in range(a, b)])


def takes_beginnings_only(tags):
    """Your entities end after their first word: the I that follow a B belong to it."""
    return table([[t, t + 1, (tag - 1) // 2] for t, tag in enumerate(tags.tolist()) if tag % 2])


def begins_one_too_late(tags):
    """Your entities begin after their first word: the B itself is their first word."""
    return table([[a + 1, b, kind] for a, b, kind in spans(tags)])


def loses_the_shape_of_nothing(tags):
    """Where there is no entity your answer has shape (0,); np.array(found).reshape(-1, 3) makes it (0, 3)."""
    found = table(spans(tags))
    return found if len(found) else found.ravel()


def returns_a_list(tags):
    """You return a list; make it an array of shape (m, 3): np.array(found).reshape(-1, 3)."""
    return spans(tags)

"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.tag.reference import entities as right


def knows_no_times(tags):
    found = right(tags)
    return found[found[:, 2] < 2]


def turns_the_order_round(tags):
    return right(tags)[::-1]


def sorts_by_type(tags):
    found = right(tags)
    return found[np.argsort(found[:, 2], kind="stable")]


def loses_single_words(tags):
    found = right(tags)
    return found[found[:, 1] - found[:, 0] > 1]


def counts_positions_from_one(tags):
    return right(tags) + np.array([1, 1, 0])


def finds_the_first_one_only(tags):
    return right(tags)[:1]


def breaks_a_stray_inside_apart(tags):
    tags = np.asarray(tags).copy()
    for t in range(len(tags)):
        before = tags[t - 1] if t else 0
        if tags[t] and tags[t] % 2 == 0 and before not in (tags[t] - 1,):
            tags[t] -= 1
    return right(tags)


def cleans_the_tags(tags):
    answer = right(tags)
    tags[:] = 0
    return answer

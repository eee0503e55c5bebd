"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.classify.reference import macro_f1 as right


def leaves_out_the_last_class(y, predicted, n_classes):
    return right(y, predicted, n_classes - 1)


def is_of_the_first_class(y, predicted, n_classes):
    hits = np.sum((y == 0) & (predicted == 0))
    return float(2 * hits / max(np.sum(y == 0) + np.sum(predicted == 0), 1))


def rounds(y, predicted, n_classes):
    return round(right(y, predicted, n_classes), 1)


def is_in_percent(y, predicted, n_classes):
    return 100 * right(y, predicted, n_classes) + 1


def takes_the_median(y, predicted, n_classes):
    each = [right((y == k).astype(int) * 1, (predicted == k).astype(int), 2) for k in range(n_classes)]
    return float(np.median(each))


def averages_both_sides(y, predicted, n_classes):
    return float(np.mean([right((y == k).astype(int), (predicted == k).astype(int), 2) for k in range(n_classes)]))

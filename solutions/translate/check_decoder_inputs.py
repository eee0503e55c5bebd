"""Checks of `decoder_inputs`, and the mistakes they recognise (teacher forcing: Williams and Zipser, 1989)."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_steady
from solutions.translate._inputs import padded
from solutions.translate.reference import decoder_inputs as reference

name = "decoder_inputs"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def keeps_the_shape(decoder_inputs, rng):
    """returns whole numbers in the shape of targets, (B, T)"""
    targets = padded(rng, 3, 5)
    expect_contract("inputs", decoder_inputs(targets, 1), reference(targets, 1))


@check(points=1, public=True)
def shifts_by_one(decoder_inputs, rng):
    """each step is shown the target of the step before, and the start token first"""
    expect_answer(decoder_inputs, reference, padded(rng, 3, 6), 1)


@check(points=1)
def takes_any_size(decoder_inputs, rng):
    """works for one sentence, one step, many, and any start token; targets stays as it was"""
    for shape in ((1, 7), (5, 1), (1, 1), (40, 17), (4, 4)):
        expect_steady(decoder_inputs, reference, (padded(rng, *shape), 1), (padded(rng, *shape), int(rng.integers(30, 40))))


# ------------------------------------------------------------------------------------------------ mistakes


def does_not_shift(targets, start):
    """Nothing is shifted: at each step the decoder is shown the very word that it is to guess."""
    return targets.copy()


def writes_start_over_the_first_word(targets, start):
    """You put the start token in the place of the first word, but the rest did not move: from step 1 on the decoder sees its answer."""
    inputs = targets.copy()
    inputs[:, 0] = start
    return inputs


def shifts_the_wrong_way(targets, start):
    """You shift to the left, so each step is shown the word AFTER the one that it is to guess; the start token comes first."""
    return np.concatenate([targets[:, 1:], np.full((len(targets), 1), start, targets.dtype)], axis=1)


def keeps_the_last_step(targets, start):
    """Your array is one step too long: put the start token in front and drop the last step, so that inputs and targets have one length."""
    return np.concatenate([np.full((len(targets), 1), start, targets.dtype), targets], axis=1)


def drops_the_last_step_only(targets, start):
    """You drop the last step, but no start token stands in front."""
    return targets[:, :-1]


def rolls_round(targets, start):
    """You roll, so that the last word comes round to the front: the start token stands there."""
    return np.roll(targets, 1, axis=1)


def begins_with_padding(targets, start):
    """The first input is 0, padding: it must be `start`."""
    return np.concatenate([np.zeros((len(targets), 1), targets.dtype), targets[:, :-1]], axis=1)


def drops_the_end(targets, start):
    """You take the end tokens out; it is the last STEP that is dropped. The decoder may well see an end: nothing after it counts."""
    inputs = np.concatenate([np.full((len(targets), 1), start, targets.dtype), targets[:, :-1]], axis=1)
    return np.where(inputs == 2, 0, inputs)


def shifts_the_sentences(targets, start):
    """You shift along the batch: axis 0 is sentences, axis 1 is steps."""
    inputs = np.roll(targets, 1, axis=0)
    inputs[0] = start
    return inputs


def starts_the_first_sentence_only(targets, start):
    """Only the first sentence begins with the start token: every one of them must."""
    inputs = np.roll(targets, 1, axis=1)
    inputs[0, 0] = start
    return inputs


def writes_into_targets(targets, start):
    """You shift the targets themselves; work on a copy, or the loss will ask for the shifted words."""
    targets[:, 1:] = targets[:, :-1].copy()
    targets[:, 0] = start
    return targets

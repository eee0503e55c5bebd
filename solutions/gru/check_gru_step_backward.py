"""Checks of `gru_step_backward`, and the mistakes they recognise (deck 2, "BPTT")."""

from operator import imul

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.gru._cells import cell, cell_backward, reset_after, slopes, swapped
from solutions.gru._inputs import large_state, saturating, steep, step_args, upstream, whole_numbers
from solutions.gru.reference import gru_step_backward as reference

name = "gru_step_backward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_three_gradients(gru_step_backward, rng):
    """returns (dx, dh_prev, grads), finite float64 arrays with the shapes of x, h_prev and params"""
    args = upstream(rng, *step_args(rng, B=3, D=4, H=2))
    expect_contract(("dx", "dh_prev", "grads"), gru_step_backward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(gru_step_backward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(gru_step_backward, reference, upstream(rng, *step_args(rng)), upstream(rng, *step_args(rng)))


@check(points=1)
def keeps_the_gradient(gru_step_backward, rng):
    """a shut update gate hands dh on to h_prev as it is"""
    dh, *step = upstream(rng, *step_args(rng, B=2, D=3, H=5, b_z=-50))
    _, dh_prev, _ = gru_step_backward(dh, *step)
    expect_close("dh_prev", dh_prev, dh)


@check(points=2)
def reaches_the_old_state_and_the_input(gru_step_backward, rng):
    """dx and dh_prev are right"""
    args = upstream(rng, *step_args(rng, B=2, D=3, H=5))
    dx, dh_prev, _ = gru_step_backward(*args)
    expect_close(("dx", "dh_prev"), (dx, dh_prev), reference(*args)[:2])


@check(points=2)
def reaches_the_weights(gru_step_backward, rng):
    """grads are right: gradients of weights and biases, summed over the batch"""
    args = upstream(rng, *step_args(rng, B=5, D=3, H=2))
    _, _, grads = gru_step_backward(*args)
    expect_close("grads", grads, reference(*args)[2])


@check(points=3, public=True)
def follows_every_path(gru_step_backward, rng):
    """all three gradients are right"""
    expect_answer(gru_step_backward, reference, *upstream(rng, *step_args(rng, B=3, D=4, H=2)))


@check(points=1)
def takes_any_size(gru_step_backward, rng):
    """works for one sample, one feature, one unit, many samples, and whole numbers"""
    for B, D, H in ((1, 4, 2), (60, 1, 3), (3, 3, 3), (2, 9, 1)):
        expect_answer(gru_step_backward, reference, *upstream(rng, *step_args(rng, B, D, H)))
    expect_answer(gru_step_backward, reference, *whole_numbers(*upstream(rng, *step_args(rng))))


@check(points=1)
def survives_large_numbers(gru_step_backward, rng):
    """stays finite and exact where gates saturate, at inputs of 1000, where the state is large, and where slopes bend"""
    for step in (saturating(*step_args(rng, D=1)), steep(*step_args(rng)), large_state(*step_args(rng))):
        expect_answer(gru_step_backward, reference, *upstream(rng, *step))


# ------------------------------------------------------------------------------------------------ mistakes


def misses_the_straight_way(dh, x, h_prev, params):
    """The straight way from h_t to h_{t-1} is missing in dh_prev: dh * (1 - z)."""
    return cell_backward(dh, x, h_prev, params, back=lambda v: v.drh * v.r)


def misses_the_way_through_the_candidate(dh, x, h_prev, params):
    """In dh_prev the way through the candidate is missing: the first H columns of da_h @ W_h.T, times r."""
    return cell_backward(dh, x, h_prev, params, back=lambda v: v.dh * (1 - v.z))


def forgets_r_on_the_way_back(dh, x, h_prev, params):
    """The candidate saw r * h_{t-1}: what comes back through W_h reaches h_{t-1} times r; yours lacks the r."""
    return cell_backward(dh, x, h_prev, params, back=lambda v: v.dh * (1 - v.z) + v.drh)


def misses_the_ways_through_the_gates(dh, x, h_prev, params):
    """In dh_prev the ways through the gates are missing: da_z @ W_z[:H].T and da_r @ W_r[:H].T."""
    return cell_backward(dh, x, h_prev, params, back_through="")


def misses_the_way_through_r(dh, x, h_prev, params):
    """The reset gate's part in dh_prev and dx is missing: da_r @ W_r.T."""
    return cell_backward(dh, x, h_prev, params, back_through="z", out_through="zh")


def misses_the_way_through_z(dh, x, h_prev, params):
    """The update gate's part in dh_prev and dx is missing: da_z @ W_z.T."""
    return cell_backward(dh, x, h_prev, params, back_through="r", out_through="rh")


def sends_x_the_candidates_part_only(dh, x, h_prev, params):
    """Your dx comes through the candidate alone; x went into both gates as well: three terms."""
    return cell_backward(dh, x, h_prev, params, out_through="h")


def sends_x_the_gates_part_only(dh, x, h_prev, params):
    """Your dx comes through the gates alone; x went into the candidate as well: the last D columns of da_h @ W_h.T."""
    return cell_backward(dh, x, h_prev, params, out_through="zr")


def holds_the_reset_gate_constant(dh, x, h_prev, params):
    """Your reset gate gets no gradient: through r * h_{t-1} it is da_r = d(r * h) * h_{t-1} * r * (1 - r)."""
    return cell_backward(dh, x, h_prev, params, r=lambda v: v.r * 0)


def sees_z_only_beside_the_candidate(dh, x, h_prev, params):
    """At z you have dh * h~; z also takes from the old state: dh * (h~ - h_{t-1})."""
    return cell_backward(dh, x, h_prev, params, z=lambda v: v.dh * v.C * v.z * (1 - v.z))


def forgets_z_at_the_candidate(dh, x, h_prev, params):
    """At the candidate the factor z is missing: da_h = dh * z * (1 - h~^2)."""
    return cell_backward(dh, x, h_prev, params, h=lambda v: v.dh * (1 - v.C**2))


def forgets_the_slope_of_the_candidate(dh, x, h_prev, params):
    """At the candidate the slope of tanh is missing: dh * z * (1 - h~^2)."""
    return cell_backward(dh, x, h_prev, params, h=lambda v: v.dh * v.z)


def forgets_the_square_at_the_candidate(dh, x, h_prev, params):
    """At the candidate the slope of tanh is 1 - h~^2; the square is missing."""
    return cell_backward(dh, x, h_prev, params, h=lambda v: v.dh * v.z * (1 - v.C))


def takes_the_candidate_for_a_gate(dh, x, h_prev, params):
    """At the candidate you use the sigmoid's slope, h~ * (1 - h~); it is a tanh: 1 - h~^2."""
    return cell_backward(dh, x, h_prev, params, h=lambda v: v.dh * v.z * v.C * (1 - v.C))


def forgets_the_slope_of_the_gates(dh, x, h_prev, params):
    """The slope of the sigmoid is missing: at a gate's pre-activation there is a factor z * (1 - z), or r * (1 - r)."""
    return cell_backward(dh, x, h_prev, params, z=lambda v: v.dh * (v.C - v.h_prev), r=lambda v: v.drh * v.h_prev)


def takes_the_gates_slope_before_the_sigmoid(dh, x, h_prev, params):
    """You put the pre-activation a into a * (1 - a); the slope of the sigmoid is z * (1 - z), z being the gate itself."""
    return cell_backward(dh, x, h_prev, params, z=lambda v: v.dh * (v.C - v.h_prev) * v.a_z * (1 - v.a_z),
                         r=lambda v: v.drh * v.h_prev * v.a_r * (1 - v.a_r))


def forgets_the_state_at_r(dh, x, h_prev, params):
    """At r the factor h_{t-1} is missing: r was multiplied with it, da_r = d(r * h) * h_{t-1} * r * (1 - r)."""
    return cell_backward(dh, x, h_prev, params, r=lambda v: v.drh * v.r * (1 - v.r))


def skips_the_matrix_at_r(dh, x, h_prev, params):
    """Between da_h and r stands W_h: use the first H columns of da_h @ W_h.T, not da_h itself."""
    return cell_backward(dh, x, h_prev, params, r=lambda v: v.da_h * v.h_prev * v.r * (1 - v.r))


def gathers_the_candidate_with_the_whole_state(dh, x, h_prev, params):
    """Your gradient of W_h is made with [h_prev, x]; W_h met [r * h_prev, x]: dW_h = [r * h_prev, x].T @ da_h."""
    return cell_backward(dh, x, h_prev, params, gathered=lambda v: {"z": v.hx, "r": v.hx, "h": v.hx})


def gathers_the_weights_with_the_new_state(dh, x, h_prev, params):
    """Your weight gradients are made with h_t; the step saw h_{t-1}: dW_z = [h_prev, x].T @ da_z."""
    return cell_backward(dh, x, h_prev, params, gathered=lambda v: {
        "z": np.hstack([v.h, v.x]), "r": np.hstack([v.h, v.x]), "h": np.hstack([v.r * v.h, v.x])})


def gathers_the_weights_with_x_first(dh, x, h_prev, params):
    """The rows of your weight gradients are in the order x, h; W has those of h first: dW_z = [h_prev, x].T @ da_z."""
    return cell_backward(dh, x, h_prev, params, gathered=lambda v: {
        "z": np.hstack([v.x, v.h_prev]), "r": np.hstack([v.x, v.h_prev]), "h": np.hstack([v.x, v.r * v.h_prev])})


def slices_x_first(dh, x, h_prev, params):
    """You take dx from the front of the stacked gradients; [h_prev, x] has h first: [:, :H] is h's, [:, H:] is x's."""
    dx, dh_prev, grads = cell_backward(dh, x, h_prev, params)
    both, D = np.concatenate([dh_prev, dx], axis=1), x.shape[1]
    return both[:, :D], both[:, D:], grads


def forgets_to_transpose(dh, x, h_prev, params):
    """On the way back to h_prev the weights stand transposed: da @ W[:H].T, in all three networks."""
    return cell_backward(dh, x, h_prev, params, turned=lambda W: W)


def divides_by_the_batch(dh, x, h_prev, params):
    """Your gradients of weights and biases are means over the batch; they are sums (a mean loss brings its own 1/B)."""
    dx, dh_prev, grads = cell_backward(dh, x, h_prev, params)
    return dx, dh_prev, {key: value / len(x) for key, value in grads.items()}


def averages_the_biases(dh, x, h_prev, params):
    """Your bias gradients are means over the batch; they are sums, as those of the weights."""
    return cell_backward(dh, x, h_prev, params, summed=lambda d: d.mean(axis=0))


def leaves_the_biases_unsummed(dh, x, h_prev, params):
    """Your bias gradients have a row for every sample; all samples share one bias, so sum over them: axis 0."""
    return cell_backward(dh, x, h_prev, params, summed=lambda d: d)


def differentiates_the_swapped_mix(dh, x, h_prev, params):
    """These are the gradients of z * h_prev + (1 - z) * h~, Keras's mix; the slides' is (1 - z) * h_prev + z * h~."""
    return slopes(dh, x, h_prev, params, lambda *args: cell(*args, mix=swapped))


def differentiates_the_late_reset(dh, x, h_prev, params):
    """These are the gradients of a cell with the reset after the product, r * (h_prev @ W); here: [r * h_prev, x] @ W_h."""
    return slopes(dh, x, h_prev, params, lambda *args: cell(*args, inner=reset_after))


def differentiates_the_default_of_keras(dh, x, h_prev, params):
    """These are the gradients of Keras's default cell: reset before the product, and mix (1 - z) * h_prev + z * h~."""
    return slopes(dh, x, h_prev, params, lambda *args: cell(*args, inner=reset_after, mix=swapped))


def forgets_the_biases(dh, x, h_prev, params):
    """The biases are missing when you compute the gates again: [h_prev, x] @ W_z + b_z."""
    return cell_backward(dh, x, h_prev, {key: value * (key[0] == "W") for key, value in params.items()})


def stacks_x_before_h(dh, x, h_prev, params):
    """These are the gradients of a cell that stacks [x, h]; the weights have h first: [h_prev, x] @ W."""
    return slopes(dh, x, h_prev, params, lambda *args: cell(
        *args, seen=lambda h, x: [x, h], inner=lambda v: np.hstack([v.x, v.r * v.h]) @ v.W + v.b))


def scales_dh_in_place(dh, x, h_prev, params):
    """You multiply dh in place, which changes the caller's array: write dh_prev = dh * (1 - z), not dh *= ..."""
    answer = cell_backward(dh, x, h_prev, params)
    imul(dh, 1 - cell(x, h_prev, params, mix=lambda v: v.z))
    return answer

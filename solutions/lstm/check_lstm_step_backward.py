"""Checks of `lstm_step_backward`, and the mistakes they recognise (deck 2, "BPTT"; deck 3, "Training")."""

from operator import iadd

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.lstm._cells import cell_backward
from solutions.lstm._inputs import grown, saturating, steep, step_args, upstream, whole_numbers
from solutions.lstm.reference import lstm_step_backward as reference

name = "lstm_step_backward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_four_gradients(lstm_step_backward, rng):
    """returns (dx, dh_prev, dc_prev, grads), finite float64 arrays with the shapes of x, h_prev, c_prev and params"""
    args = upstream(rng, *step_args(rng, B=3, D=4, H=2))
    expect_contract(("dx", "dh_prev", "dc_prev", "grads"), lstm_step_backward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(lstm_step_backward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(lstm_step_backward, reference, upstream(rng, *step_args(rng)), upstream(rng, *step_args(rng)))


@check(points=1)
def reaches_the_old_cell(lstm_step_backward, rng):
    """dc_prev is right: without dh the forget gate's share of dc, with dh what comes through h_t as well"""
    dh, dc, *step = upstream(rng, *step_args(rng, B=2, D=3, H=5))
    for args in ((np.zeros_like(dh), dc, *step), (dh, dc, *step)):
        _, _, dc_prev, _ = lstm_step_backward(*args)
        expect_close("dc_prev", dc_prev, reference(*args)[2])


@check(points=2)
def reaches_the_old_state_and_the_input(lstm_step_backward, rng):
    """dx and dh_prev are right"""
    args = upstream(rng, *step_args(rng, B=2, D=3, H=5))
    dx, dh_prev, _, _ = lstm_step_backward(*args)
    expect_close(("dx", "dh_prev"), (dx, dh_prev), reference(*args)[:2])


@check(points=2)
def reaches_the_weights(lstm_step_backward, rng):
    """grads are right: gradients of weights and biases, summed over the batch"""
    args = upstream(rng, *step_args(rng, B=5, D=3, H=2))
    _, _, _, grads = lstm_step_backward(*args)
    expect_close("grads", grads, reference(*args)[3])


@check(points=3, public=True)
def follows_every_path(lstm_step_backward, rng):
    """all four gradients are right"""
    expect_answer(lstm_step_backward, reference, *upstream(rng, *step_args(rng, B=3, D=4, H=2)))


@check(points=1)
def takes_any_size(lstm_step_backward, rng):
    """works for one sample, one feature, one unit, many samples, and whole numbers"""
    for B, D, H in ((1, 4, 2), (60, 1, 3), (3, 3, 3), (2, 9, 1)):
        expect_answer(lstm_step_backward, reference, *upstream(rng, *step_args(rng, B, D, H)))
    expect_answer(lstm_step_backward, reference, *whole_numbers(*upstream(rng, *step_args(rng))))


@check(points=1)
def survives_large_numbers(lstm_step_backward, rng):
    """stays finite and exact where gates saturate, at inputs of 1000, where the cell has grown, and where slopes bend"""
    for step in (saturating(*step_args(rng, D=1)), steep(*step_args(rng)), grown(*step_args(rng))):
        expect_answer(lstm_step_backward, reference, *upstream(rng, *step))


# ------------------------------------------------------------------------------------------------ mistakes


def misses_the_way_through_h(dh, dc, x, h_prev, c_prev, params):
    """C_t also reaches the loss through h_t = o * tanh(C_t): add dh * o * (1 - tanh(C_t)^2) to dc."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, through=lambda v: v.dc)


def ignores_dc(dh, dc, x, h_prev, c_prev, params):
    """Your answer does not depend on dc, what step t+1 sends back along the cell: add it to what comes through h_t."""
    return cell_backward(dh, dc * 0, x, h_prev, c_prev, params)


def forgets_the_slope_of_the_outer_tanh(dh, dc, x, h_prev, c_prev, params):
    """On the way from h_t to C_t the slope of tanh is missing: dh * o * (1 - tanh(C_t)^2)."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, through=lambda v: v.dc + v.dh * v.o)


def forgets_the_square_in_the_outer_tanh(dh, dc, x, h_prev, c_prev, params):
    """The slope of tanh is 1 - tanh(C_t)^2; the square is missing."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, through=lambda v: v.dc + v.dh * v.o * (1 - v.tanh_c))


def takes_the_slope_from_the_bare_cell(dh, dc, x, h_prev, c_prev, params):
    """You use 1 - C_t^2; the slope of tanh is 1 - tanh(C_t)^2."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, through=lambda v: v.dc + v.dh * v.o * (1 - v.c**2))


def forgets_the_output_gate_on_the_way_back(dh, dc, x, h_prev, c_prev, params):
    """On the way from h_t to C_t the output gate is missing: dh * o * (1 - tanh(C_t)^2)."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, through=lambda v: v.dc + v.dh * (1 - v.tanh_c**2))


def forgets_the_slope_of_the_gates(dh, dc, x, h_prev, c_prev, params):
    """The slope of the sigmoid is missing: the gradient at a gate's pre-activation has a factor f * (1 - f), and so for i, o."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, f=lambda v: v.dC * v.c_prev, i=lambda v: v.dC * v.C,
                         o=lambda v: v.dh * v.tanh_c)


def takes_the_gates_slope_before_the_sigmoid(dh, dc, x, h_prev, c_prev, params):
    """You put the pre-activation a into a * (1 - a); the slope of the sigmoid is f * (1 - f), f being the gate itself."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, f=lambda v: v.dC * v.c_prev * v.a_f * (1 - v.a_f),
                         i=lambda v: v.dC * v.C * v.a_i * (1 - v.a_i), o=lambda v: v.dh * v.tanh_c * v.a_o * (1 - v.a_o))


def forgets_the_slope_of_the_candidate(dh, dc, x, h_prev, c_prev, params):
    """At the candidate the slope of tanh is missing: dc * i * (1 - C~^2)."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, C=lambda v: v.dC * v.i)


def forgets_the_square_at_the_candidate(dh, dc, x, h_prev, c_prev, params):
    """At the candidate the slope of tanh is 1 - C~^2; the square is missing."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, C=lambda v: v.dC * v.i * (1 - v.C))


def takes_the_candidate_for_a_gate(dh, dc, x, h_prev, c_prev, params):
    """At the candidate you use the sigmoid's slope, C~ * (1 - C~); it is a tanh: 1 - C~^2."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, C=lambda v: v.dC * v.i * v.C * (1 - v.C))


def swaps_input_and_candidate(dh, dc, x, h_prev, c_prev, params):
    """C_t holds i * C~: the gradient at i is dc * C~ and the one at C~ is dc * i; yours have them the other way round."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, i=lambda v: v.dC * v.i * v.i * (1 - v.i),
                         C=lambda v: v.dC * v.C * (1 - v.C**2))


def feeds_the_forget_gate_the_new_cell(dh, dc, x, h_prev, c_prev, params):
    """The gradient at f is dc * C_{t-1}, the cell before the step; yours has C_t."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, f=lambda v: v.dC * v.c * v.f * (1 - v.f))


def feeds_the_output_gate_the_bare_cell(dh, dc, x, h_prev, c_prev, params):
    """The gradient at o is dh * tanh(C_t); in yours the tanh is missing."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, o=lambda v: v.dh * v.c * v.o * (1 - v.o))


def feeds_the_output_gate_dc(dh, dc, x, h_prev, c_prev, params):
    """The output gate stands behind the cell: its gradient comes from dh alone, dh * tanh(C_t), not from dc."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, o=lambda v: v.dC * v.tanh_c * v.o * (1 - v.o))


def hands_dc_on_whole(dh, dc, x, h_prev, c_prev, params):
    """Your dc_prev lacks the forget gate: C_t = f * C_{t-1} + ..., so dc_prev is dc times f."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, back=lambda v: v.dC)


def hands_on_the_given_dc_only(dh, dc, x, h_prev, c_prev, params):
    """Your dc_prev is f times the dc you were given; what comes through h_t belongs to it: add that first."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, back=lambda v: v.dc * v.f)


def hands_no_dc_on(dh, dc, x, h_prev, c_prev, params):
    """Your dc_prev is zero: it is dc times f."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, back=lambda v: v.dC * 0)


def slices_x_first(dh, dc, x, h_prev, c_prev, params):
    """You take dx from the front of the stacked gradient; [h_prev, x] has h first: dh_prev is [:, :H], dx is [:, H:]."""
    dx, dh_prev, dc_prev, grads = cell_backward(dh, dc, x, h_prev, c_prev, params)
    both, D = np.concatenate([dh_prev, dx], axis=1), x.shape[1]
    return both[:, :D], both[:, D:], dc_prev, grads


def leaves_the_stack_whole(dh, dc, x, h_prev, c_prev, params):
    """Your dx is the gradient of all of [h_prev, x]; its last D columns are dx, its first H are dh_prev."""
    dx, dh_prev, dc_prev, grads = cell_backward(dh, dc, x, h_prev, c_prev, params)
    return np.concatenate([dh_prev, dx], axis=1), dh_prev, dc_prev, grads


def leaves_the_output_gate_out(dh, dc, x, h_prev, c_prev, params):
    """dx and dh_prev come through all four networks; yours leave the output gate out."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, back_through="fiC")


def forgets_to_transpose(dh, dc, x, h_prev, c_prev, params):
    """On the way back to h_prev the weights stand transposed: da @ W[:H].T, added up over the four networks."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, turned=lambda W: W)


def gathers_the_weights_with_the_new_state(dh, dc, x, h_prev, c_prev, params):
    """Your weight gradients are made with h_t; the step saw h_{t-1}: dW = [h_prev, x].T @ da."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, seen=lambda v: np.concatenate([v.h, v.x], axis=1))


def gathers_the_weights_with_x_first(dh, dc, x, h_prev, c_prev, params):
    """The rows of your weight gradients are in the order x, h; W has those of h first: dW = [h_prev, x].T @ da."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, seen=lambda v: np.concatenate([v.x, v.h_prev], axis=1))


def stacks_x_before_h(dh, dc, x, h_prev, c_prev, params):
    """You stack [x, h] when you compute the gates again; the weights have h first: [h_prev, x] @ W."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, stack=lambda v: [v.x, v.h_prev])


def forgets_the_biases(dh, dc, x, h_prev, c_prev, params):
    """The biases are missing when you compute the gates again: [h_prev, x] @ W + b."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, bias=0.0)


def divides_by_the_batch(dh, dc, x, h_prev, c_prev, params):
    """Your gradients of the weights and biases are means over the batch; here they are sums (a mean loss brings its own 1/B)."""
    dx, dh_prev, dc_prev, grads = cell_backward(dh, dc, x, h_prev, c_prev, params)
    return dx, dh_prev, dc_prev, {key: value / len(x) for key, value in grads.items()}


def averages_the_biases(dh, dc, x, h_prev, c_prev, params):
    """Your bias gradients are means over the batch; they are sums, as those of the weights."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, summed=lambda d: d.mean(axis=0))


def leaves_the_biases_unsummed(dh, dc, x, h_prev, c_prev, params):
    """Your bias gradients have a row for every sample; all samples share one bias, so sum over them: axis 0."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, summed=lambda d: d)


def swaps_the_states(dh, dc, x, h_prev, c_prev, params):
    """dh_prev and dc_prev are in each other's place: return (dx, dh_prev, dc_prev, grads)."""
    dx, dh_prev, dc_prev, grads = cell_backward(dh, dc, x, h_prev, c_prev, params)
    return dx, dc_prev, dh_prev, grads


def swaps_forget_and_input(dh, dc, x, h_prev, c_prev, params):
    """The forget and the input gate have each other's gradients in grads: W_f and b_f belong to the gate that scales C_{t-1}."""
    *others, grads = cell_backward(dh, dc, x, h_prev, c_prev, params)
    return *others, {key.translate(str.maketrans("fi", "if")): value for key, value in grads.items()}


def adds_into_dc(dh, dc, x, h_prev, c_prev, params):
    """You add to dc in place, which changes the caller's array: write dc = dc + ..., not dc += ..."""
    return cell_backward(dh, dc, x, h_prev, c_prev, params, through=lambda v: iadd(v.dc, v.dh * v.o * (1 - v.tanh_c**2)))

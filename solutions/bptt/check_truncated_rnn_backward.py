"""Checks of `truncated_rnn_backward`, and the mistakes they recognise (deck 3, "Truncated BTT")."""

from operator import iadd

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_follows, expect_unchanged
from solutions.bptt._backprop import through_time
from solutions.bptt._inputs import extreme, sequence_args, whole_numbers
from solutions.bptt.reference import rnn_backward as right_backward
from solutions.bptt.reference import truncated_rnn_backward as reference

name = "truncated_rnn_backward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_four_gradients(truncated_rnn_backward, rng):
    """returns (dx, dh0, dW, db), finite float64 arrays with the shapes of x, h0 and W, and (H,)"""
    args = *sequence_args(rng, B=3, T=5, D=4, H=2), 2
    expect_contract(("dx", "dh0", "dW", "db"), truncated_rnn_backward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(truncated_rnn_backward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    first, second = sequence_args(rng, T=12), sequence_args(rng)
    for args in ((*first, 2), (*second, 2), (*first, 3), (*first, 2)):
        expect_answer(truncated_rnn_backward, reference, *args)
    expect_unchanged(truncated_rnn_backward)


@check(points=1)
def is_full_with_one_chunk(truncated_rnn_backward, rng):
    """with k >= T all four gradients are those of full backpropagation through time, dh0 among them"""
    args = sequence_args(rng, B=2, T=4, D=3, H=5)
    for k in (4, 5, 50):
        expect_close(("dx", "dh0", "dW", "db"), truncated_rnn_backward(*args, k), right_backward(*args))


@check(points=1)
def reaches_one_step_with_k_1(truncated_rnn_backward, rng):
    """with k = 1 each loss reaches its own step only"""
    expect_answer(truncated_rnn_backward, reference, *sequence_args(rng, B=2, T=4, D=3, H=5), 1)


@check(points=2, public=True)
def cuts_time_into_chunks(truncated_rnn_backward, rng):
    """gradients are right in every chunk, also in a last one that is shorter, and gather from all of them"""
    expect_answer(truncated_rnn_backward, reference, *sequence_args(rng, B=2, T=10, D=4, H=3), 3)


@check(points=1)
def takes_any_size(truncated_rnn_backward, rng):
    """works for any size and any k, whole numbers and numbers of 1000"""
    some = (2, 7, 3, 4, 2), (1, 6, 3, 2, 3), (3, 1, 2, 4, 10), (30, 5, 1, 3, 4), (2, 40, 3, 1, 15), (3, 3, 3, 3, 2)
    for *sizes, k in some:
        expect_answer(truncated_rnn_backward, reference, *sequence_args(rng, *sizes), k)
    for change in (whole_numbers, extreme):
        expect_answer(truncated_rnn_backward, reference, *change(*sequence_args(rng)), 2)


@check(points=1)
def follows_from_your_rnn_backward(truncated_rnn_backward, rnn_backward, rng):
    """is right, given what your own rnn_backward answers"""
    own = {"backward": (rnn_backward, right_backward)}
    expect_follows(truncated_rnn_backward, reference, _chunks, own, *sequence_args(rng, B=3, T=5, D=2, H=4), 2)


# ------------------------------------------------------------------------------------------------ mistakes


def _chunks(dhs, x, h0, hs, W, k, backward=through_time, starts=None, before=lambda hs, s, h0: hs[:, s - 1] if s else h0):
    """The right code, last chunk first; starts: where chunks begin; before: the state that a chunk starts from."""
    T, dx, parts = x.shape[1], np.zeros(x.shape), []
    starts = list(range(0, T, k) if starts is None else starts)
    for start, end in reversed(list(zip(starts, [*starts[1:], T], strict=True))):
        here = slice(start, end)
        dx[:, here], *part = backward(dhs[:, here], x[:, here], before(hs, start, h0), hs[:, here], W)
        parts.append(part)
    _, dWs, dbs = zip(*parts, strict=True)
    return dx, parts[-1][0], sum(dWs), sum(dbs)


def truncates_nothing(dhs, x, h0, hs, W, k):
    """k has no effect: gradients cross from each chunk into the one before it, which is full BPTT."""
    return through_time(dhs, x, h0, hs, W)


def makes_chunks_one_longer(dhs, x, h0, hs, W, k):
    """Your chunks have k + 1 steps; they have k."""
    return _chunks(dhs, x, h0, hs, W, k + 1)


def makes_chunks_one_shorter(dhs, x, h0, hs, W, k):
    """Your chunks have k - 1 steps; they have k."""
    return _chunks(dhs, x, h0, hs, W, max(k - 1, 1))


def makes_the_first_chunk_shorter(dhs, x, h0, hs, W, k):
    """You cut one step early: counted from 0, the first chunk is steps 0 to k - 1, so it ends behind step k - 1."""
    return _chunks(dhs, x, h0, hs, W, k, starts=[0, *range(k - 1, x.shape[1], k)] if k > 1 else None)


def makes_the_first_chunk_longer(dhs, x, h0, hs, W, k):
    """You cut one step late: counted from 0, the first chunk is steps 0 to k - 1, and step k begins the second."""
    return _chunks(dhs, x, h0, hs, W, k, starts=[0, *range(k + 1, x.shape[1], k)])


def counts_chunks_from_the_end(dhs, x, h0, hs, W, k):
    """You count chunks from the end, so that the first one is shorter; they are counted from the start."""
    return _chunks(dhs, x, h0, hs, W, k, starts=sorted({0, *range(x.shape[1], 0, -k)} - {x.shape[1]}))


def makes_k_chunks(dhs, x, h0, hs, W, k):
    """You make k chunks; k is the number of steps in a chunk."""
    return _chunks(dhs, x, h0, hs, W, k, starts=sorted({n * x.shape[1] // k for n in range(k)}))


def keeps_a_window_for_each_loss(dhs, x, h0, hs, W, k):
    """Each loss goes back k steps of its own in your code, across chunks; here time is cut once, for all losses."""
    T = x.shape[1]
    parts = []
    for s in range(T):
        first = max(s - k + 1, 0)
        before, here = hs[:, first - 1] if first else h0, slice(first, s + 1)
        only = dhs[:, here] * (np.arange(first, s + 1) == s)[:, None]
        dx, dh0, dW, db = through_time(only, x[:, here], before, hs[:, here], W)
        parts.append((np.pad(dx, ((0, 0), (first, T - s - 1), (0, 0))), dh0 * (first == 0), dW, db))
    return tuple(map(sum, zip(*parts, strict=True)))


def stops_after_the_last_chunk(dhs, x, h0, hs, W, k):
    """Only the last k steps get a gradient; truncated BPTT goes through all chunks, each for itself."""
    keep = (np.arange(x.shape[1]) >= x.shape[1] - k)[:, None]
    return _chunks(dhs * keep, x, h0, hs, W, k, starts=sorted({0, max(x.shape[1] - k, 0)}))


def keeps_the_first_chunk_only(dhs, x, h0, hs, W, k):
    """dW and db are those of the first chunk only: add up over the chunks, += and not =."""
    dx, dh0, _, _ = _chunks(dhs, x, h0, hs, W, k)
    return dx, dh0, *through_time(dhs[:, :k], x[:, :k], h0, hs[:, :k], W)[2:]


def keeps_the_last_chunk_only(dhs, x, h0, hs, W, k):
    """dW and db are those of the last chunk only: add up over the chunks, += and not =."""
    dx, dh0, _, _ = _chunks(dhs, x, h0, hs, W, k)
    last = (np.arange(x.shape[1]) >= (x.shape[1] - 1) // k * k)[:, None]
    return dx, dh0, *_chunks(dhs * last, x, h0, hs, W, k)[2:]


def drops_the_shorter_chunk(dhs, x, h0, hs, W, k):
    """The last chunk is missing if it is shorter than k: there are T // k whole chunks, and the rest counts too."""
    whole = (np.arange(x.shape[1]) < x.shape[1] // k * k)[:, None]
    return _chunks(dhs * whole, x, h0, hs, W, k)


def drops_the_loss_at_a_cut(dhs, x, h0, hs, W, k):
    """Where a chunk ends you drop the loss of its last step as well; only what comes from the next chunk is cut."""
    ends = (np.arange(1, x.shape[1] + 1) % k > 0) | (np.arange(x.shape[1]) == x.shape[1] - 1)
    return _chunks(dhs * ends[:, None], x, h0, hs, W, k)


def averages_over_chunks(dhs, x, h0, hs, W, k):
    """dW and db are means over the chunks; they are sums."""
    dx, dh0, dW, db = _chunks(dhs, x, h0, hs, W, k)
    chunks = -(-x.shape[1] // k)
    return dx, dh0, dW / chunks, db / chunks


def averages_over_the_steps_of_a_chunk(dhs, x, h0, hs, W, k):
    """dW and db are divided by k; they are sums over all steps."""
    dx, dh0, dW, db = _chunks(dhs, x, h0, hs, W, k)
    return dx, dh0, dW / k, db / k


def starts_chunks_from_zeros(dhs, x, h0, hs, W, k):
    """A chunk starts from zeros in your code; only the gradient is cut, the state is carried on: hs[:, start - 1]."""
    return _chunks(dhs, x, h0, hs, W, k, before=lambda hs, s, h0: np.zeros(h0.shape) if s else h0)


def starts_chunks_from_h0(dhs, x, h0, hs, W, k):
    """Every chunk starts from h0 in your code; the state is carried on: a later one starts from hs[:, start - 1]."""
    return _chunks(dhs, x, h0, hs, W, k, before=lambda hs, s, h0: h0)


def starts_chunks_from_their_own_state(dhs, x, h0, hs, W, k):
    """A chunk starts from hs[:, start] in your code, its own first answer; it starts from hs[:, start - 1]."""
    return _chunks(dhs, x, h0, hs, W, k, before=lambda hs, s, h0: hs[:, s] if s else h0)


def starts_the_first_chunk_from_the_end(dhs, x, h0, hs, W, k):
    """At start = 0, hs[:, start - 1] is the last state; the first chunk starts from h0."""
    return _chunks(dhs, x, h0, hs, W, k, before=lambda hs, s, h0: hs[:, s - 1])


def returns_zero_for_the_first_state(dhs, x, h0, hs, W, k):
    """dh0 is zero; the first chunk begins with h0, and its gradient is not cut."""
    dx, dh0, dW, db = _chunks(dhs, x, h0, hs, W, k)
    return dx, 0 * dh0, dW, db


def returns_the_last_chunks_dh0(dhs, x, h0, hs, W, k):
    """dh0 is what leaves the last chunk; it is that of the first, what leaves others is dropped."""
    dx, _, dW, db = _chunks(dhs, x, h0, hs, W, k)
    s = (x.shape[1] - 1) // k * k
    return dx, through_time(dhs[:, s:], x[:, s:], h0, hs[:, s:], W)[1], dW, db


def adds_up_dh0(dhs, x, h0, hs, W, k):
    """dh0 is the sum of what leaves all chunks; it is that of the first, what leaves others is dropped."""
    (dx, _, dW, db), left = _chunks(dhs, x, h0, hs, W, k), []
    for s in range(0, x.shape[1], k):
        left.append(through_time(dhs[:, s : s + k], x[:, s : s + k], h0, hs[:, s : s + k], W)[1])
    return dx, sum(left), dW, db


def takes_dh0_from_full_bptt(dhs, x, h0, hs, W, k):
    """dh0 is that of full BPTT; what later chunks send back is cut before it gets there."""
    dx, _, dW, db = _chunks(dhs, x, h0, hs, W, k)
    return dx, through_time(dhs, x, h0, hs, W)[1], dW, db


def leaves_dx_in_reverse(dhs, x, h0, hs, W, k):
    """The chunks of your dx stand last chunk first: put each at its own place in time."""
    dx, *others = _chunks(dhs, x, h0, hs, W, k)
    return np.concatenate([dx[:, s : s + k] for s in reversed(range(0, x.shape[1], k))], axis=1), *others


def adds_into_dhs(dhs, x, h0, hs, W, k):
    """You add to dhs in place, which changes the caller's array: write dh = dhs[:, t] + dh."""
    return through_time(dhs, x, h0, hs, W, arrives=lambda back, t: back * ((t + 1) % k > 0),
                        meet=lambda dhs, t, back: iadd(dhs[:, t], back))

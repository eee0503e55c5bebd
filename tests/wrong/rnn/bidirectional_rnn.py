"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.rnn.reference import bidirectional_rnn as right
from solutions.rnn.reference import rnn_forward

memory = {}
rng = np.random.default_rng(0)


def reverses_both_halves(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, backward)[:, ::-1]


def reverses_the_forward_half_only(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    hs = right(x, h0_forward, h0_backward, forward, backward)
    return np.concatenate([hs[:, ::-1, :H], hs[:, ::-1, H:][:, ::-1]], axis=2)


def reads_backward_twice(x, h0_forward, h0_backward, forward, backward):
    return np.concatenate([rnn_forward(x[:, ::-1], h, *pair)[:, ::-1]
                           for h, pair in ((h0_forward, forward), (h0_backward, backward))], axis=2)


def swaps_the_directions(x, h0_forward, h0_backward, forward, backward):
    ahead = rnn_forward(x[:, ::-1], h0_forward, *forward)[:, ::-1]
    return np.concatenate([ahead, rnn_forward(x, h0_backward, *backward)], axis=2)


def shares_the_bias(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, (backward[0], forward[1]))


def shares_the_matrix(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, (forward[0], backward[1]))


def shares_the_recurrent_part(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    return right(x, h0_forward, h0_backward, forward, (np.vstack([forward[0][:H], backward[0][H:]]), backward[1]))


def forgets_the_biases(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, (forward[0], 0 * forward[1]), (backward[0], 0 * backward[1]))


def starts_the_first_from_zeros(x, h0_forward, h0_backward, forward, backward):
    return right(x, 0 * h0_forward, h0_backward, forward, backward)


def starts_the_first_where_the_second_ended(x, h0_forward, h0_backward, forward, backward):
    return right(x, rnn_forward(x[:, ::-1], h0_backward, *backward)[:, -1], h0_backward, forward, backward)


def repeats_the_last_backward_state(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    hs = right(x, h0_forward, h0_backward, forward, backward)
    return np.concatenate([hs[..., :H], np.broadcast_to(hs[:, :1, H:], (*x.shape[:2], H))], axis=2)


def is_blind_to_the_present_on_the_way_back(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    hs = right(x, h0_forward, h0_backward, forward, backward)
    back = np.concatenate([hs[:, 1:, H:], h0_backward[:, None]], axis=1)
    return np.concatenate([hs[..., :H], back], axis=2)


def turns_round_one_step_too_far(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    hs = right(x, h0_forward, h0_backward, forward, backward)
    return np.concatenate([hs[..., :H], np.roll(hs[..., H:], 1, axis=1)], axis=2)


def skips_the_last_input_on_the_way_back(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    ahead = rnn_forward(x, h0_forward, *forward)
    back = rnn_forward(x[:, -2::-1], h0_backward, *backward)[:, ::-1] if x.shape[1] > 1 else np.zeros((len(x), 0, H))
    return np.concatenate([ahead, np.concatenate([back, np.zeros((len(x), 1, H))], axis=1)], axis=2)


def feeds_the_forward_states_on(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    ahead = rnn_forward(x, h0_forward, *forward)
    W = np.vstack([backward[0][:H], np.resize(backward[0][H:], (H, H))])
    return np.concatenate([ahead, rnn_forward(ahead[:, ::-1], h0_backward, W, backward[1])[:, ::-1]], axis=2)


def adds_the_halves_and_repeats(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    hs = right(x, h0_forward, h0_backward, forward, backward)
    return np.tile(hs[..., :H] + hs[..., H:], 2)


def takes_the_larger(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    hs = right(x, h0_forward, h0_backward, forward, backward)
    return np.maximum(hs[..., :H], hs[..., H:])


def reverses_the_units(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, backward)[..., ::-1]


def reverses_the_backward_units(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    hs = right(x, h0_forward, h0_backward, forward, backward)
    return np.concatenate([hs[..., :H], hs[..., :H - 1:-1]], axis=2)


def reverses_samples_for_time(x, h0_forward, h0_backward, forward, backward):
    back = rnn_forward(x[::-1], h0_backward, *backward)[:, ::-1]
    return np.concatenate([rnn_forward(x, h0_forward, *forward), back], axis=2)


def returns_the_forward_half(x, h0_forward, h0_backward, forward, backward):
    return rnn_forward(x, h0_forward, *forward)


def returns_the_forward_half_twice(x, h0_forward, h0_backward, forward, backward):
    return np.tile(rnn_forward(x, h0_forward, *forward), 2)


def returns_zeros_for_the_backward_half(x, h0_forward, h0_backward, forward, backward):
    ahead = rnn_forward(x, h0_forward, *forward)
    return np.concatenate([ahead, np.zeros(ahead.shape)], axis=2)


def puts_time_first(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, backward).swapaxes(0, 1)


def reshapes_the_wrong_way(x, h0_forward, h0_backward, forward, backward):
    H = h0_forward.shape[1]
    hs = right(x, h0_forward, h0_backward, forward, backward)
    return np.concatenate([hs[..., :H], hs[..., H:]], axis=1).reshape(hs.shape)


def squeezes_one_step(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, backward).squeeze()


def works_for_eight_steps(x, h0_forward, h0_backward, forward, backward):
    hs = right(x, h0_forward, h0_backward, forward, backward)
    hs[:, 8:] = 0
    return hs


def works_for_few_samples(x, h0_forward, h0_backward, forward, backward):
    hs = right(x, h0_forward, h0_backward, forward, backward)
    hs[32:] = 0
    return hs


def clips_large_inputs(x, h0_forward, h0_backward, forward, backward):
    return right(np.clip(x, -1, 1), h0_forward, h0_backward, forward, backward)


def cuts_the_first_states(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward.astype(int), h0_backward, forward, backward)


def remembers_the_first_weights(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, memory.setdefault(backward[0].shape, backward))


def starts_where_the_last_call_ended(x, h0_forward, h0_backward, forward, backward):
    hs = right(x, memory.get(h0_forward.shape, h0_forward), h0_backward, forward, backward)
    memory[h0_forward.shape] = hs[:, -1, : h0_forward.shape[1]]
    return hs


def writes_into_h0(x, h0_forward, h0_backward, forward, backward):
    hs = right(x, h0_forward, h0_backward, forward, backward)
    h0_backward *= 0
    return hs


def writes_into_the_weights(x, h0_forward, h0_backward, forward, backward):
    hs = right(x, h0_forward, h0_backward, forward, backward)
    backward[0][...] = 0
    return hs


def drops_some_inputs(x, h0_forward, h0_backward, forward, backward):
    return right(x * (rng.random(x.shape) > 0.05), h0_forward, h0_backward, forward, backward)


def returns_a_list(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, backward).tolist()


def works_in_half_precision(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, backward).astype(np.float16)


def rounds(x, h0_forward, h0_backward, forward, backward):
    return right(x, h0_forward, h0_backward, forward, backward).round(3)


def gives_up(x, h0_forward, h0_backward, forward, backward):
    raise ValueError("shapes not aligned")

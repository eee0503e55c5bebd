"""The BPTT lecture: what its labs say is so, and they see what is wrong."""

import numpy as np
import pytest

from tests.lecture import lecture

pytestmark = pytest.mark.xdist_group("tensorflow")


@pytest.fixture
def run():
    return lecture("bptt")


def replaced(run, name, part, change):
    """A student's function whose output number `part` is wrong."""
    def wrong(*args):
        answer = list(run.names[name](*args))
        answer[part] = change(answer[part])
        return tuple(answer)

    return {name: wrong}


def test_lab_a_finds_every_entry_right(run):
    assert run.names["worst"] < -6
    assert run.screen.captions[0].endswith("all are right.")


@pytest.mark.parametrize("factor", [2.0, 0.0, np.nan])
@pytest.mark.parametrize("part", range(4))
def test_lab_a_says_which_gradient_is_wrong(run, part, factor):
    panel = ("input $x$", "first state $h_0$", "$W$ and $b$", "$W$ and $b$")[part]
    caption, = run.again(0, **replaced(run, "rnn_backward", part, lambda gradient: factor * gradient)).captions
    assert caption.endswith(f"these are wrong: {panel}.")


def test_lab_b_meets_the_slides_numbers(run):
    assert run.names["reached"][2] == pytest.approx(2**4, rel=1e-12)
    assert run.names["reached"][0.5] == pytest.approx(0.5**50, rel=1e-12)
    assert run.screen.captions[1].startswith("Your function meets both numbers of deck 4.")


def test_lab_b_shows_what_its_legend_says(run):
    turning, shearing = run.names["turning"], run.names["shearing"]
    np.testing.assert_allclose(np.abs(np.linalg.eigvals(turning)), 1)
    np.testing.assert_allclose(np.linalg.svd(turning)[1], 1)
    np.testing.assert_allclose(np.abs(np.linalg.eigvals(shearing)), 0.8)
    assert np.linalg.svd(shearing)[1].max() == pytest.approx(2.64, abs=0.005)
    np.testing.assert_allclose(run.names["relu_curve"], 1)
    assert run.names["tanh_curve"][50] < 1e-4
    assert run.names["shear_curve"].max() > 3
    assert run.names["shear_curve"][50] < 0.01


@pytest.mark.parametrize("wrong", [lambda norms: norms**2, lambda norms: norms[::-1], lambda norms: 1 + norms])
def test_lab_b_sees_wrong_norms(run, wrong):
    caption, = run.again(1, gradient_norms=lambda *args: wrong(run.names["gradient_norms"](*args))).captions
    assert "does NOT meet" in caption


def test_lab_c_counts_what_is_connected(run):
    triangle = 30 * 31 // 2
    assert run.names["pairs"] == [triangle, 3 * 10 * 11 // 2]
    assert run.screen.captions[2].endswith("dotted line: as it should be.")


@pytest.mark.parametrize("k", [1, 9, 11, 30])
def test_lab_c_sees_a_cut_at_another_place(run, k):
    right = run.names["truncated_rnn_backward"]
    assert "NOT as it should be" in run.again(2, truncated_rnn_backward=lambda *args: right(*args[:-1], k)).captions[0]


def test_lab_d_learns_when_clipped_and_explodes_when_not(run):
    (plain, norms), (clipped, _), (adaptive, _) = (result for result, _ in run.names["runs"].values())
    assert len(plain) < 100
    assert norms.max() > 100
    for losses in (clipped, adaptive):
        assert len(losses) == 300
        assert losses[0] > 0.5
        assert losses[-20:].mean() < 0.05
    assert run.screen.captions[3].count("it learns") == 2


@pytest.mark.parametrize("k", [1, 5])
def test_lab_d_learns_nothing_if_the_gradient_does_not_reach_the_flag(run, k):
    right = run.names["truncated_rnn_backward"]
    caption, = run.again(3, rnn_backward=lambda *args: right(*args, k)).captions
    assert caption.count("it does NOT learn") == 2


def test_lab_d_sees_steps_in_the_wrong_direction(run):
    caption, = run.again(3, **replaced(run, "mse", 1, np.negative)).captions
    assert "learns" not in caption


def test_a_smaller_rate_survives_unclipped(run):
    losses, _ = run.names["train"](clip=False, rmsprop=False, rate=0.05)
    assert len(losses) == 300

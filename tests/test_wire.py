"""The wire format: what goes in comes out, and nothing else gets past the decoder."""

import contextlib
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder import wire
from autograder.client.compare import Opaque

LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**80), 2**80),
    st.floats(allow_nan=False),
    st.text(max_size=8),
    hnp.arrays(
        st.sampled_from([np.float64, np.float32, np.int64, np.uint8, np.bool_, np.complex128]), hnp.array_shapes(min_dims=0, max_side=3)
    ),
)
TREES = st.recursive(
    LEAVES,
    lambda part: st.one_of(
        st.lists(part, max_size=3), st.lists(part, max_size=3).map(tuple), st.dictionaries(st.text(max_size=5), part, max_size=3)
    ),
    max_leaves=8,
)


def same(a, b):
    if isinstance(a, np.ndarray):
        return type(b) is np.ndarray and a.dtype == b.dtype and np.array_equal(a, b, equal_nan=a.dtype.kind in "fc")
    if isinstance(a, (list, tuple)):
        return type(a) is type(b) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    return type(a) is type(b) and a == b


@given(TREES)
@settings(max_examples=200, deadline=None)
def test_a_value_survives_the_trip(value):
    assert same(value, wire.decode(wire.encode(value), Opaque))


@given(TREES, st.data())
@settings(max_examples=300, deadline=None)
def test_a_damaged_frame_is_a_wire_error_or_a_plain_value(value, data):
    frame = bytearray(wire.encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(frame[: data.draw(st.integers(0, len(frame)))]) if data.draw(st.booleans()) else bytes(frame)
    with contextlib.suppress(wire.WireError):
        wire.decode(cut, Opaque)


@pytest.mark.parametrize(
    "value",
    [
        object(),
        {1, 2},
        b"bytes",
        {1: 2},
        np.array([object()]),
        np.array(["text"]),
        np.ma.masked_array([1.0], [True]),
        np.zeros((1, 1)).view(np.matrix),
        np.float64,
        10**400,
        type("ndarray", (np.ndarray,), {})((2,)),
    ],
    ids=lambda v: type(v).__name__,
)
def test_what_is_not_plain_crosses_as_the_name_of_its_type(value):
    assert isinstance(wire.decode(wire.encode(value), Opaque), Opaque)


def test_big_endian_and_strided_arrays_arrive_as_they_were():
    for array in (np.arange(6, dtype=">f8"), np.arange(12.0).reshape(3, 4)[::2, ::-1], np.asfortranarray(np.eye(3))):
        assert np.array_equal(wire.decode(wire.encode(array), Opaque), array)


def test_a_value_inside_itself_is_refused_not_followed():
    loop: list = []
    loop.append(loop)
    assert isinstance(wire.decode(wire.encode(loop), Opaque)[0], Opaque)


def test_decoded_arrays_are_writable_and_own_their_memory():
    array = wire.decode(wire.encode(np.zeros(3)), Opaque)
    array[0] = 1
    assert array.flags.owndata


HEAD = wire.HEADER


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"RNN1",
        HEAD.pack(b"EVIL", 2, 0) + b"{}",
        HEAD.pack(b"RNN1", 1 << 31, 0),
        HEAD.pack(b"RNN1", 2, 1 << 40) + b"{}",
        HEAD.pack(b"RNN1", 2, 8) + b"[]" + bytes(8),
        HEAD.pack(b"RNN1", 2, 0) + b"[]",
        *(
            HEAD.pack(b"RNN1", len(body), 8) + body + bytes(8)
            for body in (
                b'{"$":"array","dtype":"f8","shape":[2]}',
                b'{"$":"array","dtype":"O","shape":[1]}',
                b'{"$":"array","dtype":"f8","shape":[-1]}',
                b'{"$":"array","dtype":"f8","shape":[1e3]}',
                b'{"$":"array","dtype":"f8","shape":[true]}',
                b'{"$":"array","dtype":"f8"}',
                b'{"$":"array","dtype":["f8"],"shape":[1]}',
                b'{"$":"array","dtype":"f8","shape":[99999999,99999999,99999999]}',
                b'{"$":"dict","items":[["a"]]}',
                b'{"$":"dict","items":[[1,2]]}',
                b'{"$":"spam"}',
                b'{"a":1}',
                b"1",
                b"\xff\xfe",
                b"[" * 100_000,
                b'{"$":"list","items":[' * 50 + b"1" + b"]}" * 50,
                b"9" * 5000,
            )
        ),
    ],
)
def test_forged_frames_are_refused(frame):
    with pytest.raises(wire.WireError):
        wire.decode(frame, Opaque)


def test_the_header_limits_what_a_reader_will_wait_for():
    with pytest.raises(wire.WireError):
        wire.sizes(struct.pack("<4sIQ", b"RNN1", 0, wire.MAX_ARRAYS + 1))

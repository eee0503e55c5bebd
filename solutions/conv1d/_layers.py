"""Convolution and pooling, forward and backward, in parts: a mistake is the right layer with one part replaced."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def zeros_around(T, K, stride, padding):
    """How many zeros go before and after a sequence of T steps."""
    needed = max((-(-T // stride) - 1) * stride + K - T, 0)
    return {"valid": (0, 0), "same": (needed // 2, needed - needed // 2), "causal": (K - 1, 0)}[padding]


def every(windows, stride):
    """Every stride-th window."""
    return windows[:, ::stride]


def layer(x, kernel, bias, stride, padding, *, around=zeros_around, fill="constant", taken=every,
          sums="btck,kcf->btf", biases=1):
    """conv1d; taken: which windows are looked at; sums: what is added up; biases: how many times each is added."""
    K = len(kernel)
    padded = np.pad(x.astype(float), ((0, 0), around(x.shape[1], K, stride, padding), (0, 0)), mode=fill)
    y = np.einsum(sums, taken(sliding_window_view(padded, K, axis=1), stride), kernel)
    return y + biases * bias


def only(padding):
    """For `around`: the zeros of this padding, whatever was asked for."""
    return lambda T, K, stride, _: zeros_around(T, K, stride, padding)


def instead(padding, zeros):
    """For `around`: other zeros for one padding, by the kernel size."""
    return lambda T, K, stride, asked: zeros(K) if asked == padding else zeros_around(T, K, stride, asked)


def pool(x, size, stride, reduce, *, around=(0, 0), fill=0.0, taken=every):
    """max_pool1d or avg_pool1d, by `reduce`; around: what is padded before and after, and fill: with what."""
    padded = np.pad(x.astype(float), ((0, 0), around, (0, 0)), constant_values=fill)
    return reduce(taken(sliding_window_view(padded, size, axis=1), stride), axis=-1)


def tail(T, size, stride):
    """For `around`: what is missing for a last window that is not full."""
    return 0, -(T - size) % stride


def same(T, size, stride):
    """For `around`: Keras's padding="same"."""
    return zeros_around(T, size, stride, "same")


def spread(pieces, x, stride, meet=np.add):
    """A gradient for every entry of every window, (B, T', K, C), brought back to x; meet: what overlaps become."""
    dx = np.zeros(x.shape)
    for t in range(pieces.shape[1]):
        at = slice(t * stride, t * stride + pieces.shape[2])
        dx[:, at] = meet(dx[:, at], pieces[:, t, : dx[:, at].shape[1]])
    return dx


def layer_backward(dy, x, kernel, stride, *, back=lambda w: w, steps=None, taken=every, meet=np.add,
                   summed=lambda dy: dy.sum(axis=(0, 1))):
    """conv1d_backward; back: the kernel on the way to dx; steps: the stride there; taken: the windows for dkernel."""
    dx = spread(np.einsum("btf,kcf->btkc", dy, back(kernel)), x, steps or stride, meet)
    windows = taken(sliding_window_view(x, len(kernel), axis=1), stride)[:, : dy.shape[1]]
    return dx, np.einsum("btck,btf->kcf", windows, dy), summed(dy)


def first_largest(windows):
    """1 where a window has its (first) largest number, else 0."""
    return np.eye(windows.shape[-1])[windows.argmax(axis=-1)]


def pool_backward(dy, x, size, stride, *, share=first_largest, steps=None, meet=np.add):
    """max_pool1d_backward; share: which part of a window's gradient each of its numbers gets; steps: the stride of dx."""
    windows = sliding_window_view(x, size, axis=1)[:, ::stride]
    return spread((share(windows) * dy[..., None]).swapaxes(2, 3), x, steps or stride, meet)

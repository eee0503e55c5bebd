"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.windowing.reference import standardize as right

memory = {}


def _axes(part):
    return tuple(range(part.ndim - 1))


def fits_on_the_first_two_parts(train, *others):
    rows = np.concatenate([part.reshape(-1, part.shape[-1]) for part in (train, *others[:1])])
    mean, std = right(rows)[1:]
    return (*((part - mean) / std for part in (train, *others)), mean, std)


def averages_the_means_of_all_parts(train, *others):
    mean = np.mean([part.mean(axis=_axes(part)) for part in (train, *others)], axis=0)
    std = np.mean([right(part)[2] for part in (train, *others)], axis=0)
    return (*((part - mean) / std for part in (train, *others)), mean, std)


def takes_the_mean_of_all_and_the_std_of_train(train, *others):
    mean = np.concatenate([part.reshape(-1, part.shape[-1]) for part in (train, *others)]).mean(axis=0)
    std = right(train)[2]
    return (*((part - mean) / std for part in (train, *others)), mean, std)


def reports_the_scaler_of_everything(train, *others):
    everything = np.concatenate([part.reshape(-1, part.shape[-1]) for part in (train, *others)])
    return (*right(train, *others)[:-2], *right(everything)[1:])


def centres_others_on_their_own_mean(train, *others):
    first, mean, std = right(train)
    return (first, *((part - part.mean(axis=_axes(part))) / std for part in others), mean, std)


def scales_to_minus_one_and_one(train, *others):
    low, high = train.min(axis=_axes(train)), train.max(axis=_axes(train))
    half = np.where(high > low, (high - low) / 2, 1)
    return (*((part - low) / half - 1 for part in (train, *others)), low, half)


def divides_by_the_largest(train, *others):
    top = np.abs(train).max(axis=_axes(train))
    return (*(part / top for part in (train, *others)), top * 0, top)


def clips_at_two(train, *others):
    *parts, mean, std = right(train, *others)
    return (*(np.clip(part, -1.2, 1.2) for part in parts), mean, std)


def rounds(train, *others):
    *parts, mean, std = right(train, *others)
    return (*(part.round(2) for part in parts), mean, std)


def starts_at_the_first_row(train, *others):
    mean, std = train.reshape(-1, train.shape[-1])[0] * 1.0, right(train)[2]
    return (*((part - mean) / std for part in (train, *others)), mean, std)


def takes_the_mean_absolute_deviation(train, *others):
    mean = train.mean(axis=_axes(train))
    spread = np.abs(train - mean).mean(axis=_axes(train))
    spread = np.where(spread == 0, 1, spread)
    return (*((part - mean) / spread for part in (train, *others)), mean, spread)


def adds_one_to_std(train, *others):
    mean, std = right(train)[1:]
    return (*((part - mean) / (std + 1) for part in (train, *others)), mean, std)


def scales_twice(train, *others):
    first = right(train, *others)
    return (*(part / first[-1] for part in first[:-2]), *first[-2:])


def scales_rows(train, *others):
    parts = [part - part.mean(axis=-1, keepdims=True) for part in (train, *others)]
    parts = [part / (part.std(axis=-1, keepdims=True) + 1e-9) for part in parts]
    return (*parts, *right(train)[1:])


def scales_the_first_feature_only(train, *others):
    *parts, mean, std = right(train, *others)
    kept = [np.concatenate([new[..., :1], old[..., 1:]], axis=-1) for new, old in zip(parts, (train, *others), strict=True)]
    return (*kept, mean, std)


def scales_two_others_at_most(train, *others):
    *parts, mean, std = right(train, *others)
    return (*parts[:3], mean, std)


def keeps_whole_numbers(train, *others):
    *parts, mean, std = right(train, *others)
    return (*(new.astype(old.dtype).astype(float) for new, old in zip(parts, (train, *others), strict=True)), mean, std)


def returns_the_variance(train, *others):
    *parts, mean, std = right(train, *others)
    return (*parts, mean, std**2)


def returns_the_scaled_mean(train, *others):
    *parts, _, std = right(train, *others)
    return (*parts, parts[0].mean(axis=_axes(train)), std)


def keeps_dimensions(train, *others):
    *parts, mean, std = right(train, *others)
    return (*parts, mean[None], std[None])


def returns_lists(train, *others):
    return tuple(part.tolist() for part in right(train, *others))


def returns_a_dict(train, *others):
    *parts, mean, std = right(train, *others)
    return {"parts": parts, "mean": mean, "std": std}


def joins_the_parts(train, *others):
    *parts, mean, std = right(train, *others)
    return np.concatenate(parts), mean, std


def turns_the_others_round(train, *others):
    first, *rest, mean, std = right(train, *others)
    return (first, *rest[::-1], mean, std)


def removes_the_trend(train, *others):
    *parts, mean, std = right(train, *others)
    trend = np.linspace(-1, 1, len(train)).reshape(-1, *[1] * (train.ndim - 1))
    return (parts[0] - trend, *parts[1:], mean, std)


def works_for_tables_only(train, *others):
    mean, std = train.mean(axis=(0, -2)), train.std(axis=(0, -2))
    return (*((part - mean) / std for part in (train, *others)), mean, std) if train.ndim == 3 else right(train * 1.01, *others)


def remembers_the_first_scaler(train, *others):
    mean, std = memory.setdefault(train.shape, right(train)[1:])
    return (*((part - mean) / std for part in (train, *others)), mean, std)


def centres_train_in_place(train, *others):
    answer = right(train, *others)
    if train.dtype.kind == "f":
        train -= answer[-2]
    return answer


def clears_the_others(train, *others):
    answer = right(train, *others)
    for part in others:
        part *= 0
    return answer


def works_in_half_precision(train, *others):
    return tuple(part.astype(np.float16) for part in right(train, *others))


def changes_the_sign(train, *others):
    *parts, mean, std = right(train, *others)
    return (*(-part for part in parts), mean, std)

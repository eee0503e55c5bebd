# ---
# title: "Anomaly: heartbeats that are not like the others"
# order: 11
# requires: [windowing, lstm, conv1d]
# minutes: 120
# packages: [numpy, matplotlib, tensorflow, keras]
# limits: {call_seconds: 20, cell_seconds: 60, total_seconds: 180, memory_bytes: 2147483648, processes: 64}
# training:
#   minutes: {gpu: 6, cpu: 12}
#   presets:
#     quick:
#       {epochs: 10, rows: 100000, seeds: [0], kinds: [Dense, LSTM], shuffled: [], code: 6, units: {Dense: 70, LSTM: 32}}
#     full:
#       {epochs: 32, rows: 100000, seeds: [0, 1, 2], kinds: [Dense, Conv1D, SimpleRNN, LSTM, GRU], shuffled: [Dense, Conv1D], code: 6,
#        units: {Dense: 70, Conv1D: 43, SimpleRNN: 65, LSTM: 32, GRU: 37}}
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Anomaly: heartbeats that are not like the others
#
# A heart beats 100,000 times a day, and a cardiologist who looks at a day's recording looks at almost nothing but normal beats.
# Which ones are worth her time? You could train a classifier, but there is an anomaly for every patient, and the rarest are the ones
# nobody has labelled. So turn it round: learn **what normal looks like**, and ring for everything else.
#
# An **autoencoder** learns to rebuild its input after squeezing it through a narrow middle. It only ever sees normal beats, so
# normal beats are all it can rebuild. What comes back wrong was not normal. That is the whole idea.
#
# About 120 minutes, training included. A GPU helps a little; two CPU cores will do.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `training_beats` | normal beats to learn from, other patients to validate on | 4 | 10 |
# | 2 | `standardize_beats` | forget the amplifier, keep the shape | 4 | 10 |
# | 3 | `reconstruction_error` | how badly was a beat rebuilt? | 2 | 5 |
# | 4 | `average_precision` | how good is a ranking, where anomalies are rare? | 8 | 25 |
# | 5 | `build_autoencoder` | five kinds, one narrow middle | 19 | 30 |

# %% tags=["given"]
import numpy as np

# %% tags=["staff"]
from autograder.authoring import grader, start

# %% [markdown]
# ## What is graded
#
# The exercises, by checks. And your `predictions.npz`: `suspicion`, one number for each hidden beat, in their order; the higher, the
# more you would like a cardiologist to look. Its score is the **average precision** (exercise 4). One hidden beat in five is
# anomalous. They come from **patients you have never seen**, and three of their seven **kinds of anomaly are in none of your data**.
#
# {{recorded}}
#
# ## Shapes and conventions
#
# | symbol | in code | shape | what |
# |---|---|---|---|
# | $B$ | | | beats |
# | | `beats` | `(B, 64)` | 0.8 s at 80 samples per second, the R peak near sample 24; int8, 100 is about 1 mV |
# | | `kinds` | `(B,)` | 0 is normal, 1 to 4 are anomalies |
# | | `labels` | `(B,)` | 0 is normal, 1 is anomalous |
# | | `patients` | `(B,)` | whose beat it is |
# | $x$ | `x` | `(B, T, F)` | beats as sequences: $T$ = 16 steps of $F$ = 4 samples each |
# | $\hat x$ | `x_hat` | `(B, T, F)` | what the autoencoder makes of them |
# | | `code` | | how many numbers a beat must pass through |

# %% tags=["training"]
# Training: choose, then run this cell. Quick takes a minute anywhere; full is what your grade should come from.
PRESET = "quick"  # @param ["quick", "full"]
BACKEND = "tensorflow"  # @param ["tensorflow", "jax", "torch"]
if grader.ready():
    run = start(PRESET, BACKEND)

# %% tags=["given"]
KINDS = ("normal", "ventricular", "ST elevation", "inverted T", "no P")


def sequences(beats):
    """Beats, shape (B, 64), as sequences of 16 steps, each with 4 samples: (B, 16, 4)."""
    return beats.reshape(len(beats), 16, 4).astype("float32")


# %% [markdown]
# ## The data
#
# A beat has a **P** wave (the atria), the tall **QRS** (the ventricles, the R peak on top) and a **T** wave (recovery). Ours come
# from a model of 2003 by McSharry and others: a point runs round a circle, once per beat, and is pushed up or down where the waves
# are. Patients differ in axis, widths, heart rate, noise and wandering baseline; and the detector finds the R peak up to two samples
# too early or too late. At a faster heart rate the waves crowd together, all at once. So a wave's *place* says little by itself:
# what is normal is how they stand **to each other**.
#
# Below, in grey, normal beats of many patients; in orange, an anomalous one of each kind that somebody has labelled for you. Some
# you can see across the room, others you cannot. Their severity varies: even a perfect detector will not find them all. Three more
# kinds wait among the hidden beats. Nobody will tell you what they look like, and no hospital would either.

# %% tags=["training"]
# Training: look at the data.
if grader.ready():
    plt = grader.pyplot()
    d = run.data
    time = (np.arange(64) - 24) / 80
    figure, panels = plt.subplots(1, 5, figsize=(13, 3), sharex=True, sharey=True)
    for kind, panel in enumerate(panels.flat):
        panel.plot(time, d["beats"][d["kinds"] == 0][::360].T / 100, color="0.75", linestyle="-", linewidth=0.8)
        if kind:
            panel.plot(time, d["beats"][d["kinds"] == kind][1] / 100, color="#D55E00", linestyle="-", linewidth=2)
        panel.set(title=KINDS[kind])
    panels[0].set(xlabel="seconds after the R peak", ylabel="mV")
    share = (d["kinds"] > 0).mean()
    grader.show(figure, f"{len(d['beats'])} beats of {len(np.unique(d['patients']))} patients, {share:.0%} of them anomalous; and "
                f"{len(d['hidden_beats'])} hidden ones. Grey: normal. Orange: one anomaly of each kind.")

# %% [markdown]
# ## Exercise 1: who may teach, and who may judge
#
# Two traps, and many published numbers have fallen into one of them:
#
# * An autoencoder that is **trained on anomalies** learns to rebuild them. Drop them, as far as you know them.
# * Beats of one patient look alike. If you **split by beat**, each validation patient is an old acquaintance, and your results will
#   be lovely until the next patient comes. Split by patient.
#
# Validation keeps its anomalies: without any, nobody could tell whether they are found (4 lines).
#
# <details><summary>Hint</summary>
#
# `np.isin(patients, validation_patients)` says of each beat whether its patient is one of those.
#
# </details>


# %% tags=["exercise"]
def training_beats(beats, labels, patients, validation_patients):
    """Normal beats of some patients to learn from; all beats of the others, with labels, to validate on.

    beats: shape (B, L).
    labels: shape (B,), 0 for a normal beat, 1 for an anomalous one.
    patients: shape (B,), the number of each beat's patient, in any order.
    validation_patients: the numbers of the patients to validate on, shape (n,).
    Returns (train, val, val_labels): train, the normal beats of all patients but those; val, all beats of those, and their labels;
    each in the order of beats. Changes none of its arguments.
    Errors: none of its own.

    >>> beats = np.array([[10], [20], [30], [40]])
    >>> train, val, val_labels = training_beats(beats, np.array([0, 1, 0, 1]), np.array([7, 7, 8, 8]), np.array([8]))
    >>> train.tolist(), val.tolist(), val_labels.tolist()
    ([[10]], [[30], [40]], [0, 1])
    """
    judged = np.isin(patients, validation_patients)
    train = beats[~judged & (labels == 0)]
    val, val_labels = beats[judged], labels[judged]
    return train, val, val_labels


# %% [markdown]
# ## Exercise 2: forget the amplifier
#
# One electrode sits better than another, so one patient's beats are twice as high, or half a millivolt up. That says something
# about glue, not hearts. In `windowing` you scaled by the *training set's* mean and spread, one per feature. Here each beat is
# measured **by itself**: mean 0, standard deviation 1 over its own samples. Nothing can leak that way. A flat beat (a cable fell
# off) has standard deviation 0: use 1 (4 lines).


# %% tags=["exercise"]
def standardize_beats(beats):
    """Give each beat mean 0 and standard deviation 1, over its own samples.

    beats: shape (B, L), any numbers.
    Returns scaled, shape (B, L), float64; a flat beat becomes all 0. Changes none of its arguments.
    Errors: none of its own.

    >>> standardize_beats(np.array([[1, 3], [10, 30], [5, 5]])).tolist()
    [[-1.0, 1.0], [-1.0, 1.0], [0.0, 0.0]]
    """
    mean = beats.mean(axis=1, keepdims=True)
    std = beats.std(axis=1, keepdims=True)
    scaled = (beats - mean) / np.where(std == 0, 1.0, std)
    return scaled  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Exercise 3: how badly was it rebuilt?
#
# $$e_b = \frac{1}{T F} \sum_{t, f} (x_{btf} - \hat x_{btf})^2$$
#
# The loss of training is the mean of these over the batch. Now you want one number **per beat** (2 lines).


# %% tags=["exercise"]
def reconstruction_error(x, x_hat):
    """How far each beat is from what was made of it: the mean squared difference.

    x, x_hat: beats and their reconstructions, shape (B, T, F) each.
    Returns error, shape (B,), float64, none negative. Changes none of its arguments.
    Errors: none of its own.

    >>> reconstruction_error(np.array([[[1.0], [2.0]], [[3.0], [4.0]]]), np.array([[[1.0], [0.0]], [[3.0], [4.0]]])).tolist()
    [2.0, 0.0]
    """
    error = ((x - x_hat) ** 2).mean(axis=(1, 2))
    return error  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Exercise 4: how good is a ranking?
#
# Say "normal" always, and you are right for four beats in five. **Accuracy** pays you 80 % for sleeping. What matters is the list
# you hand to the cardiologist, the most suspicious beat first. After each beat that she has looked at:
#
# $$\text{precision} = \frac{\text{anomalies found}}{\text{beats looked at}} \qquad
# \text{recall} = \frac{\text{anomalies found}}{\text{all anomalies}} \qquad
# \text{average precision} = \sum_n (R_n - R_{n-1})\, P_n$$
#
# By hand, six beats, two of them anomalous:
#
# | looked at | score | anomaly? | precision | recall | step × precision |
# |---|---|---|---|---|---|
# | 1 | 0.9 | yes | 1/1 | 1/2 | 1/2 × 1 = 0.5 |
# | 2 | 0.7 | no | 1/2 | 1/2 | 0 |
# | 3 | 0.5 | yes | 2/3 | 2/2 | 1/2 × 2/3 = 0.333 |
# | 4, 5, 6 | … | no | … | 2/2 | 0 |
#
# Together 0.833. A coin would get the share of anomalies, here 1/3. Where several beats have the **same score**, she cannot tell
# them apart: they are looked at in one step, and precision and recall are taken after the last of them. It is what scikit-learn's
# `average_precision_score` computes; write it yourself (8 lines).
#
# <details><summary>Hint</summary>
#
# `np.argsort(-scores)`, then `np.cumsum` of the sorted labels. For ties, keep only the last row of each group of equal scores:
# `np.append(scores[1:] != scores[:-1], True)` marks them. `np.diff(recall, prepend=0)` makes the steps.
#
# </details>


# %% tags=["exercise"]
def average_precision(labels, scores):
    """Precision, averaged over the steps in which recall rises while one goes down the ranking. Ties are one step.

    labels: shape (B,), 1 for an anomalous beat, 0 for a normal one; at least one is 1.
    scores: shape (B,), the higher, the more suspicious; any numbers.
    Returns a float between 0 and 1. Changes none of its arguments.
    Errors: none of its own.

    >>> float(average_precision(np.array([1, 0, 1, 0]), np.array([0.9, 0.8, 0.7, 0.1]))).__round__(3)
    0.833
    >>> float(average_precision(np.array([1, 0]), np.array([0.5, 0.5])))
    0.5
    """
    order = np.argsort(-scores)
    ranked, labels = scores[order], labels[order]
    last = np.append(ranked[1:] != ranked[:-1], True)  # of those with the same score
    found = np.cumsum(labels)[last]
    looked_at = np.flatnonzero(last) + 1
    recall, precision = found / labels.sum(), found / looked_at
    average = (np.diff(recall, prepend=0) * precision).sum()
    return average  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Lab: the rarer, the harder
#
# One detector, always the same: an anomaly scores 2 higher than a normal beat on average, and both scatter by 1. Only the share of
# anomalies changes. Watch what accuracy makes of it, and what average precision does. Then make the detector better: 3, 4?

# %% tags=["lab"]
if grader.ready("average_precision"):
    plt = grader.pyplot()
    rng = np.random.default_rng(11)
    higher, count = 2.0, 40000
    shares = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005]
    rankings, accuracies = [], []
    for share in shares:
        truth = (np.arange(count) < share * count).astype(int)
        marks = rng.normal(size=count) + higher * truth
        rankings.append(float(average_precision(truth, marks)))
        threshold = higher / 2 + np.log((1 - share) / share) / higher  # the most accurate one for this detector
        accuracies.append(float(((marks > threshold) == truth).mean()))

    figure, axes = plt.subplots(figsize=(7, 3.5))
    axes.plot(shares, accuracies, color="#0072B2", linestyle="--", marker="s", label="accuracy, at the best threshold")
    axes.plot(shares, [1 - share for share in shares], color="0.4", linestyle=":", marker="^", label='accuracy of saying "normal" always')
    axes.plot(shares, rankings, color="#D55E00", linestyle="-", marker="o", label="average precision")
    axes.set(xscale="log", xlabel="share of anomalies", ylim=(0, 1.03), title="the same detector")
    axes.set_xticks(shares, [f"{share:.1%}".replace(".0", "") for share in shares])
    axes.invert_xaxis()
    axes.legend()
    grader.show(figure, f"From {shares[0]:.0%} anomalies to {shares[-1]:.1%} accuracy goes from {accuracies[0]:.2f} to "
                f"{accuracies[-1]:.3f}, and average precision from {rankings[0]:.2f} to {rankings[-1]:.2f}. A detector's number is worth "
                "nothing without the share.")

# %% [markdown]
# ## First without a network
#
# Three baselines, each a few lines and a second long. Beat these, or go home early:
#
# * **Distance from the mean beat**, each sample in its own standard deviations.
# * **PCA** (principal components): the best *linear* autoencoder. Rebuild each beat from its $k$ strongest components, and take the
#   error. $k$ is chosen on the validation patients.
# * **The nearest normal beat**: the mean squared distance to the most similar beat of the training part.
#
# Look at the curve of PCA. More components rebuild better, and from some point on they rebuild *everything*, the anomalies first.
# What to reconstruct badly is as important as what to reconstruct well.

# %% tags=["given"]
def rebuilt_by_pca(train, beats, k):
    """Beats, shape (B, L), rebuilt from the k principal components of train, (N, L)."""
    mean = train.mean(axis=0)
    _, _, axes = np.linalg.svd(train - mean, full_matrices=False)
    return mean + (beats - mean) @ axes[:k].T @ axes[:k]


def nearest_distance(train, beats):
    """For each beat, shape (B, L), the mean squared distance to the nearest one of train, (N, L)."""
    squares = (train**2).sum(axis=1)
    nearest = [(squares - 2 * train @ beat).min() + beat @ beat for beat in beats]
    return np.array(nearest) / train.shape[1]


# %% tags=["training"]
# Training: parts for everybody, and three baselines without a network.
if grader.ready("training_beats", "standardize_beats", "reconstruction_error", "average_precision"):
    d = run.data
    labels = (d["kinds"] > 0).astype(int)
    normal, val_raw, val_labels = training_beats(d["beats"], labels, d["patients"], d["validation_patients"])
    val_kinds = training_beats(d["beats"], d["kinds"], d["patients"], d["validation_patients"])[2]
    train, val, hidden = (standardize_beats(beats) for beats in (normal, val_raw, d["hidden_beats"]))
    x_train, x_val, x_hidden = (sequences(beats) for beats in (train, val, hidden))
    x_watch = x_val[val_labels == 0]  # normal beats of the validation patients: when is training at its best?

    def judged(kind, suspicion, suspicion_hidden, seed=None, model=None):
        """Score a ranking on the validation part, note it, and keep the one of the hidden beats."""
        value = float(average_precision(val_labels, suspicion))
        run.result(kind, value, {"suspicion": suspicion_hidden}, seed=seed, model=model)
        return value

    def pca_error(beats, k):
        return reconstruction_error(sequences(beats), sequences(rebuilt_by_pca(train, beats, k)))

    centre, spread = train.mean(axis=0), train.std(axis=0)
    judged("mean beat", (((val - centre) / spread) ** 2).sum(axis=1), (((hidden - centre) / spread) ** 2).sum(axis=1))
    judged("nearest beat", nearest_distance(train, val), nearest_distance(train, hidden))
    components = [1, 2, 4, 6, 8, 10, 12, 14, 16, 20, 24, 32]
    curve = [average_precision(val_labels, pca_error(val, k)) for k in components]
    best_k = components[int(np.argmax(curve))]
    judged("PCA", pca_error(val, best_k), pca_error(hidden, best_k))

    plt = grader.pyplot()
    figure, axes = plt.subplots(figsize=(7, 3.5))
    axes.plot(components, curve, marker="o", color="black", label="PCA")
    axes.axhline(labels.mean(), linestyle=":", color="black", label="guessing")
    axes.set(xlabel="principal components", ylabel="average precision", ylim=(0, 1))
    axes.legend()
    grader.show(figure, f"Best with {best_k} components, {max(curve):.3f}; with {components[-1]} it rebuilds whatever it is shown: "
                f"{curve[-1]:.3f}.")
    run.table()

# %% [markdown]
# ## Exercise 5: a narrow middle
#
# Waves that crowd together when the heart is faster are no *linear* matter: PCA spends ten components on shifts that are one number,
# the heart rate. A network may find that number. All five kinds read a beat, squeeze it into `code` numbers, and unfold it:
#
# | kind | encoder | decoder |
# |---|---|---|
# | `Dense` | `Flatten`, `Dense(units)` ReLU | `Dense(units)` ReLU, `Dense(length · features)`, `Reshape` |
# | `Conv1D` | `Conv1D(units, 3)` ReLU, `Flatten` | `Dense(length · units)` ReLU, `Reshape`, `Conv1D(features, 3)` |
# | `SimpleRNN`, `LSTM`, `GRU` | the layer, its last state | `RepeatVector(length)`, the layer again, `Dense(features)` |
#
# Between them stands `Dense(code)`, and both convolutions pad `"same"`. The recurrent decoder is told the code at every step, and
# its own state says where in the beat it is; so it must answer **every** step. Neither the code nor the last layer has an
# activation: a standardized beat goes well above 1 and below 0. Compile with the loss `"mse"` and `keras.optimizers.Adam(0.005)`.
# Anything but these five names is a `ValueError` (19 lines).
#
# <details><summary>Hint</summary>
#
# Make two lists of layers, `encoder` and `decoder`, and put `keras.Sequential` around `Input`, encoder, code and decoder once.
# `RepeatVector` turns `(B, code)` into `(B, length, code)`.
#
# </details>


# %% tags=["exercise"]
def build_autoencoder(kind, length, features, units, code):
    """A compiled Keras model that rebuilds sequences after squeezing each into a few numbers.

    kind: "Dense", "Conv1D", "SimpleRNN", "LSTM" or "GRU".
    length, features: T and F of the sequences.
    units: how wide encoder and decoder are.
    code: how many numbers lie between them.
    Returns a keras.Model from (B, T, F) to (B, T, F), compiled with the loss "mse".
    Errors: ValueError for any other kind.

    build_autoencoder("GRU", 16, 4, 32, 6).output_shape is (None, 16, 4).
    """
    import keras
    from keras import layers

    if kind == "Dense":
        encoder = [layers.Flatten(), layers.Dense(units, activation="relu")]
        decoder = [layers.Dense(units, activation="relu"), layers.Dense(length * features), layers.Reshape((length, features))]
    elif kind == "Conv1D":
        encoder = [layers.Conv1D(units, 3, padding="same", activation="relu"), layers.Flatten()]
        decoder = [layers.Dense(length * units, activation="relu"), layers.Reshape((length, units)),
                   layers.Conv1D(features, 3, padding="same")]
    elif kind in ("SimpleRNN", "LSTM", "GRU"):
        recurrent = getattr(layers, kind)
        encoder = [recurrent(units)]
        decoder = [layers.RepeatVector(length), recurrent(units, return_sequences=True), layers.Dense(features)]
    else:
        raise ValueError(f"kind must be Dense, Conv1D, SimpleRNN, LSTM or GRU, not {kind!r}")
    model = keras.Sequential([keras.Input((length, features)), *encoder, layers.Dense(code), *decoder])
    model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mse")
    return model


# %% [markdown]
# ## The comparison
#
# All kinds get the same code, the same epochs, and about **10,000 parameters**: `units` differs so that they do. Each step of a
# sequence is 50 ms, four samples: read one by one, the same recurrent networks take four times as long and learn more slowly. (Try
# it: `reshape(len(beats), 64, 1)`.) Training watches the error on *normal* beats of the validation patients: no network below ever
# learns from an anomaly.

# %% tags=["training"]
# Training: every kind, every seed.
if grader.ready("training_beats", "standardize_beats", "reconstruction_error", "average_precision", "build_autoencoder"):
    rows, code = run.preset.rows, run.preset.code
    models = {}
    for kind in run.preset.kinds:
        for seed in run.seeds:
            model = run.fit(kind, lambda kind=kind: build_autoencoder(kind, 16, 4, run.preset.units[kind], code), x_train[:rows],
                            x_train[:rows], validation=(x_watch, x_watch), seed=seed, batch_size=32)
            errors = [reconstruction_error(x, model.predict(x, batch_size=512, verbose=0)) for x in (x_val, x_hidden)]
            judged(kind, *errors, seed=seed, model=model)
            models[kind] = model
    run.picture()

# %% [markdown]
# ## Why not a classifier?
#
# You have labels of a thousand anomalies. A small network that is trained on them, with the patients split as before, tells normal
# from anomalous on the validation part better than any autoencoder above. Look at its number here, and then at the recorded table
# above, which was measured on the **hidden** beats. It learned four kinds of anomaly by heart. It was never asked about others.

# %% tags=["training"]
# Training: a classifier, for comparison.
if grader.ready("training_beats", "standardize_beats", "reconstruction_error", "average_precision", "build_autoencoder"):
    import keras

    def build_classifier():
        convolutions = [keras.layers.Conv1D(32, 3, padding="same", activation="relu") for _ in range(2)]
        dense = [keras.layers.Dense(12, activation="relu"), keras.layers.Dense(1, activation="sigmoid")]
        model = keras.Sequential([keras.Input((16, 4)), *convolutions, keras.layers.Flatten(), keras.layers.Dropout(0.3), *dense])
        model.compile(optimizer=keras.optimizers.Adam(0.002), loss="binary_crossentropy")
        return model

    taught = ~np.isin(d["patients"], d["validation_patients"])  # their anomalies, too
    x_taught = sequences(standardize_beats(d["beats"][taught]))
    for seed in run.seeds:
        model = run.fit("classifier", build_classifier, x_taught, labels[taught], validation=(x_val, val_labels), seed=seed, batch_size=32)
        judged("classifier", *(model.predict(x, batch_size=512, verbose=0)[:, 0] for x in (x_val, x_hidden)), seed=seed, model=model)
    run.table()

# %% [markdown]
# ## What they rebuild, and what they find
#
# Left: an anomaly, and what the best network made of it: the normal beat that it *should* have been. The difference is the alarm.
# Right: how well each kind of anomaly is told from normal beats, by PCA and by the best network.

# %% tags=["training"]
# Training: a picture of the best kind.
if grader.ready("training_beats", "standardize_beats", "reconstruction_error", "average_precision", "build_autoencoder"):
    means = {kind: np.mean([row.value for row in run.rows if row.kind == kind]) for kind in models}
    best = max(means, key=means.get)
    rebuilt = models[best].predict(x_val, batch_size=512, verbose=0)
    error = reconstruction_error(x_val, rebuilt)

    def found(suspicion, kind):
        some = (val_kinds == 0) | (val_kinds == kind)
        return average_precision(val_labels[some], suspicion[some])

    plt = grader.pyplot()
    figure, (left, right) = plt.subplots(1, 2, figsize=(12, 4))
    shown = int(np.argsort(error * (val_kinds == KINDS.index("inverted T")))[-5])
    left.plot(time, val[shown], color="#D55E00", linestyle="-", label="inverted T, as it came")
    left.plot(time, rebuilt[shown].ravel(), color="black", linestyle="--", label=f"rebuilt by {best}")
    left.set(xlabel="seconds after the R peak", title="what it should have been")
    left.legend()
    for name, suspicion, marker in (("PCA", pca_error(val, best_k), "s"), (best, error, "o")):
        right.plot([found(suspicion, kind) for kind in range(1, 5)], range(4), marker, label=name, markersize=8)
    right.set(yticks=range(4), yticklabels=KINDS[1:], xlabel="average precision, this kind against normal", xlim=(0, 1.03))
    right.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
    grader.show(figure, f"{best} finds all kinds together with {means[best]:.3f} on average over seeds, PCA with {max(curve):.3f}.")

# %% [markdown]
# ## Where the lectures' claims hold here, and where they do not
#
# Read the recorded table again, or yours.
#
# * *Networks beat linear methods*: every autoencoder does, with every seed we recorded. A missing P wave gains most (average precision
#   0.25 by PCA, 0.71 by Conv1D); ST elevation nothing at all (0.64 and 0.65): a slow hump looks like a wandering baseline to both.
# * *Recurrent networks are for sequences*: Conv1D and Dense are better here, and faster. All beats are aligned to the R peak, so a
#   sample's *place* means something, and a Dense layer reads places. Nothing in this task is far away: 16 steps.
# * *LSTM and GRU remember what a SimpleRNN forgets*: not here. Over 16 steps there is little to forget, and at the same budget the
#   SimpleRNN has twice as many units; it is as good or a little better. LSTM and GRU are still improving when the epochs are over.
# * *Convolution sees what is local; Dense does not see order*: shuffle the samples, all beats in the same way, and a convolution
#   has lost its neighbours. To Dense nothing has happened, but for chance. We expected Conv1D to suffer, and it hardly did: 0.932 in
#   order and 0.925 shuffled; Dense 0.930 and 0.923. Behind its filters stand a `Flatten` and a `Dense(code)`, and these read
#   places. A claim about a layer is not a claim about a network. The full preset tries it:

# %% tags=["training"]
# Training: all beats with their samples in another order, the same for all.
if grader.ready("training_beats", "standardize_beats", "reconstruction_error", "average_precision", "build_autoencoder"):
    order = np.random.default_rng(5).permutation(64)
    y_train, y_val, y_watch = (sequences(x.reshape(-1, 64)[:, order]) for x in (x_train, x_val, x_watch))
    for kind in run.preset.shuffled:
        model = run.fit(f"{kind} shuffled", lambda kind=kind: build_autoencoder(kind, 16, 4, run.preset.units[kind], code), y_train,
                        y_train, validation=(y_watch, y_watch), batch_size=32)
        value = average_precision(val_labels, reconstruction_error(y_val, model.predict(y_val, batch_size=512, verbose=0)))
        print(f"{kind}: average precision {means[kind]:.3f} in order, {value:.3f} shuffled")
    if not run.preset.shuffled:
        print("The full preset shuffles; quick does not.")

# %% [markdown]
# ## Hand in
#
# The cell below hands in the best kind: its error, averaged over seeds. **You may do better**, by whatever means you like; only
# the ranking is scored. Some ideas, the cheap ones first:
#
# * Some samples are always rebuilt worse than others (the steep sides of R). Divide each squared difference by its mean over normal
#   beats before you average.
# * Another code: 4? 8? Choose on the validation patients, and say how many you tried.
# * More seeds, more kinds, and the mean of their errors. Longer training.
# * Shift training beats by a sample; add noise to the input and ask for the clean beat (a *denoising* autoencoder).
#
# Nothing to tune on real beats? The course's repository has a loader of ECG5000 (`datasets/ecg5000.py`), 5,000 real ones.

# %% tags=["training"]
# Training: hand in. Change what is handed in here.
if grader.ready("training_beats", "standardize_beats", "reconstruction_error", "average_precision", "build_autoencoder"):
    suspicion = np.mean([run.predictions[best, seed]["suspicion"] for seed in run.seeds], axis=0)
    run.hand_in(suspicion=suspicion)

# %% [markdown]
# ## What you should remember
#
# - Learn what normal is from normal beats, of patients that you do not test on.
# - A model that rebuilds everything finds nothing. The narrow middle is the point.
# - Where anomalies are rare, accuracy flatters; average precision does not.
# - Linear baselines first: PCA is an autoencoder of two lines.
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** A colleague has split 5,000 beats of 20 patients at random, by beat, and reports an average precision of 0.99 for an
# autoencoder with a code of 32. Name two reasons for doubt, and for each an experiment that would settle it.

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** Split by beat: every test patient was in the training part; split by patient and measure again. A code of 32 for beats of
# 64 samples may rebuild anything: look at the error on anomalies, at PCA with 32 components, at smaller codes. Also accepted:
# anomalies in the training part; the share of anomalies (0.99 is little where 95 % are anomalous), the code chosen on the test part.

# %% [markdown] tags=["question"]
# **Question 2.** Where do you ring? Say how you would choose a threshold for the error so that about one normal beat in a hundred
# rings, on which data, and why not on the hidden beats. A day has 100,000 beats: what does one in a hundred mean for the cardiologist?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** The 99 % quantile of the errors of normal beats of the *validation* patients; not of the training beats, whose errors
# are too small, nor of the hidden (test) beats: a threshold fitted there flatters. 1,000 false alarms a day: too many; precision depends on
# how rare anomalies are, so the threshold belongs to a cost, and to the ward's own rate of anomalies.

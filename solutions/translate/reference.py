# ---
# title: "Translate: from one sequence to another"
# order: 14
# requires: [attention, lstm]
# minutes: 150
# packages: [numpy, matplotlib, tensorflow, keras]
# limits: {call_seconds: 20, cell_seconds: 60, total_seconds: 180, memory_bytes: 2147483648, processes: 64}
# training:
#   minutes: {gpu: 4, cpu: 8}
#   presets:
#     quick:
#       {epochs: 5, rows: 2000, learning_rate: 0.01, seeds: [0], beams: 40, summaries: false,
#        kinds: [GRU + attention, Transformer], units: {GRU: 68, GRU + attention: 64, Transformer: 52}}
#     full:
#       {epochs: 8, rows: 6000, learning_rate: 0.007, seeds: [0, 1, 2], beams: 200, summaries: true,
#        kinds: [GRU, GRU + attention, Transformer], units: {GRU: 68, GRU + attention: 64, Transformer: 52}}
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
# # Translate: from one sequence to another
#
# Halvic is spoken on an island that is on no map. Nobody wrote a dictionary, but a lighthouse keeper left 6,000 sentences in
# English and Halvic. You train networks on them: one that has to squeeze a sentence into a single vector, one that may look back
# (attention), and a Transformer. Then you hand in translations of 600 sentences whose Halvic nobody gave you.
#
# About 150 minutes, training included. A GPU helps a little; two CPU cores will do.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `decoder_inputs` | the decoder is shown the word before | 3 | 10 |
# | 2 | `masked_loss` | padding is no part of a sentence | 7 | 15 |
# | 3 | `build_seq2seq` | encoder and decoder, with attention or without | 14 | 30 |
# | 4 | `bleu` | how much of a translation is right | 12 | 25 |
# | 5 | `beam_step` | keep the best few sentences, not only one | 6 | 20 |

# %% tags=["given"]
from collections import Counter

import numpy as np

# %% tags=["staff"]
from autograder.authoring import grader, start

# %% [markdown]
# ## What is graded
#
# The exercises, by checks. And your `predictions.npz`: `translation`, shape `(600, 17)`, ids of Halvic words for each hidden sentence,
# 2 after the last word and 0 from there on. Its score is the **mean of two numbers**: the share of sentences that are right to the
# last word, and BLEU (exercise 4) over all of them. Half of the hidden sentences are built like those you train on; half have a
# construction, or an adjective beside a noun, that training never shows.
#
# {{recorded}}
#
# ## Shapes and conventions
#
# | symbol | in code | shape | what |
# |---|---|---|---|
# | $B$ | | | sentences in a batch |
# | $S$, $T$ | | 14, 17 | words of an English and of a Halvic sentence, padded |
# | $V$ | | about 290 | words of a vocabulary; a word is its place in it, its **id** |
# | | `source` | `(B, S)` | English, ids; 0 is padding |
# | $y$ | `targets` | `(B, T)` | Halvic, ids: the words, then 2 (`<end>`), then 0 (`<pad>`) |
# | | `inputs` | `(B, T)` | what the decoder is shown: `targets` moved one step later, after 1 (`<start>`) |
# | | `logits` | `(B, T, V)` | the decoder's scores for the next word, before any softmax |

# %% tags=["training"]
# Training: choose, then run this cell. Quick takes a minute anywhere; full is what your grade should come from.
PRESET = "quick"  # @param ["quick", "full"]
BACKEND = "tensorflow"  # @param ["tensorflow", "jax", "torch"]
if grader.ready():
    run = start(PRESET, BACKEND)

# %% tags=["given"]
PAD, START, END = 0, 1, 2


def sentences(ids):
    """Rows of ids, shape (n, T), as lists of ids: up to the end token, without it and without padding."""
    rows = [row[: row.index(END)] if END in row else row for row in np.asarray(ids).tolist()]
    return [[word for word in row if word != PAD] for row in rows]


def spelled(ids, vocabulary):
    """A row of ids as text."""
    return " ".join(str(vocabulary[word]) for word in sentences([ids])[0])


# %% [markdown]
# ## The language
#
# Look at a dozen pairs before you read on. Where does the verb stand? The adjective? What becomes of "picked … up"? Which of the
# words `jo`, `ja`, `je` is "it"?

# %% tags=["training"]
# Training: look at the data.
if grader.ready():
    english, halvic = run.data["english_words"], run.data["halvic_words"]
    for x, y in zip(run.data["train_english"][:12], run.data["train_halvic"][:12], strict=True):
        print(f"{spelled(x, english)}\n    {spelled(y, halvic)}")

    plt = grader.pyplot()
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.6))
    for name, marker in (("english", "o"), ("halvic", "s")):
        lengths = np.bincount([len(words) for words in sentences(run.data[f"train_{name}"])])
        left.plot(lengths, marker=marker, label=name.capitalize())
        words = run.data[f"train_{name}"]
        counts = np.sort(np.bincount(words[words > END])[END + 1 :])[::-1]
        right.loglog(np.arange(1, len(counts) + 1), counts, label=name.capitalize())
    left.set(xlabel="words", ylabel="sentences", title="how long", ylim=(0, None))
    right.set(xlabel="word, the most frequent first", ylabel="how often", title="how often a word occurs")
    left.legend()
    right.legend()
    grader.show(figure, f"{len(english)} English and {len(halvic)} Halvic words. Left: lengths. Right: a few small words are in every "
                "other sentence, most others in one of a hundred.")

# %% [markdown]
# The verb comes last, tense is a word before it (`na` was, `ti` will), "not" follows it. Nouns have three genders, which English
# hides: the article, the adjective and every "it" must know. Some verbs are torn in two. And the noun after a number stays in the
# singular. A word-by-word dictionary cannot do this; how far it comes, you will see.
#
# ## Exercise 1: what the decoder is shown
#
# A decoder writes one word at a time and sees what it wrote. In training it is shown the **right** words before (teacher forcing),
# so that all $T$ steps are computed in one go. The input at step $t$ is the target of step $t - 1$, and at step 0 the start token:
#
# ```text
#   targets    lo   brane  sosa   <end>  <pad>
#   inputs   <start>  lo   brane  sosa   <end>
# ```
#
# If it is not shifted, the network need only copy its input: the loss falls to zero, and it has learned nothing (3 lines).


# %% tags=["exercise"]
def decoder_inputs(targets, start):
    """What the decoder is shown at each step: the target of the step before, and `start` first. Teacher forcing.

    targets: ids, shape (B, T), whole numbers.
    start: the id of the start token.
    Returns an array of the same shape and dtype; targets stays as it is.

    decoder_inputs([[5, 6, 2, 0]], 1) is [[1, 5, 6, 2]].
    """
    inputs = np.roll(targets, 1, axis=1)
    inputs[:, 0] = start
    return inputs


# %% [markdown]
# ## Exercise 2: a loss that knows padding
#
# A third of a batch is padding. Its "right answer" 0 is easy, and if it counts, a network that has learned to say nothing looks
# clever. Take the cross-entropy at every step, and average over the **words** (the end token is one) of the whole batch:
#
# $$L = \frac{\sum_{b,t} m_{bt}\,\left(-\log p_{bt}[y_{bt}]\right)}{\sum_{b,t} m_{bt}}, \qquad m_{bt} = 1$$
#
# where $y_{bt} \ne 0$, else 0.
#
# Keras trains with it, so it is written with `keras.ops` (`ops.sum`, `ops.cast`, `ops.not_equal`) and runs on any backend. All
# cross-entropies, shape `(B, T)`: `keras.losses.sparse_categorical_crossentropy(targets, logits, from_logits=True)` (7 lines).


# %% tags=["exercise"]
def masked_loss(targets, logits):
    """The mean cross-entropy per word; padding (id 0) does not count.

    targets: ids, shape (B, T); at least one is not 0.
    logits: scores before the softmax, shape (B, T, V).
    Returns one number, a tensor of shape ().

    With logits of zeros everywhere it is log(V).
    """
    import keras
    from keras import ops

    losses = keras.losses.sparse_categorical_crossentropy(targets, logits, from_logits=True)
    counts = ops.cast(ops.not_equal(targets, 0), losses.dtype)
    loss = ops.sum(losses * counts) / ops.sum(counts)
    return loss  # noqa: RET504


# %% [markdown]
# ## Exercise 3: the network
#
# Two inputs, `keras.Input((None,))` each (any length): `source` and the decoder's `inputs`. In this order:
#
# | | layer | gives |
# |---|---|---|
# | encoder | `Embedding(source_words, units)`, `Bidirectional(GRU(units // 2, …))` over `source` | a vector per word, two last states |
# | state | `Concatenate` of these two states | `(B, units)`: all that the decoder starts from |
# | decoder | `Embedding(target_words, units)`, `GRU(units, …)` over `inputs`, its `initial_state` that state | a vector per step |
# | if `attention` | `Attention()([decoded, encoded])`: each step asks, English words answer | what was looked up |
# | | `Concatenate` of `decoded` and this, then `Dense(units, activation="tanh")` | a vector per step, which looked back |
# | output | `Dense(target_words)`, no activation | logits |
#
# The decoder must not run backwards: it would see the words it is to guess. Do not compile; that comes later (14 lines).
#
# <details><summary>Hint</summary>
#
# `Bidirectional(GRU(…, return_sequences=True, return_state=True))(x)` gives three tensors: all steps, the forward state, the backward
# state. `GRU(…)(x, initial_state=state)` starts from a state. `keras.Model([source, inputs], logits)` puts it together.
#
# </details>


# %% tags=["exercise"]
def build_seq2seq(attention, source_words, target_words, units):
    """An encoder-decoder of GRUs, with attention or without. Sutskever et al. (2014), Bahdanau et al. (2014), Luong et al. (2015).

    attention: True or False.
    source_words, target_words: how many words each vocabulary has.
    units: the width of embeddings, states and decoder; an even number.
    Returns a keras.Model, not compiled: from [source, inputs], shapes (B, S) and (B, T), to logits (B, T, target_words).

    build_seq2seq(True, 9, 7, 4).output_shape is (None, None, 7).
    """
    import keras
    from keras import layers

    source, inputs = keras.Input((None,), dtype="int32"), keras.Input((None,), dtype="int32")
    embedded = layers.Embedding(source_words, units)(source)
    both_ways = layers.Bidirectional(layers.GRU(units // 2, return_sequences=True, return_state=True))
    encoded, forwards, backwards = both_ways(embedded)
    state = layers.Concatenate()([forwards, backwards])
    shown = layers.Embedding(target_words, units)(inputs)
    decoded = layers.GRU(units, return_sequences=True)(shown, initial_state=state)
    if attention:
        context = layers.Attention()([decoded, encoded])
        decoded = layers.Dense(units, activation="tanh")(layers.Concatenate()([decoded, context]))
    return keras.Model([source, inputs], layers.Dense(target_words)(decoded))


# %% [markdown]
# ## Exercise 4: how good is a translation?
#
# BLEU (Papineni et al., 2002) counts which $n$-grams, $n = 1 … 4$, of the candidates stand in the references. Over **all** sentences:
#
# - $m_n$: $n$-grams of the candidates that are in their reference, each counted at most as often as it is there (**clipped**: "the the
#   the the" is no good translation); $c_n$: all $n$-grams of the candidates.
# - $p_1 = m_1 / c_1$, and $p_n = (m_n + 1) / (c_n + 1)$ for $n > 1$, so that one missing 4-gram does not make all of it zero.
# - Short candidates have it easy, so they pay: with $c$ words in all candidates and $r$ in all references, the **brevity penalty** is
#   1 if $c \ge r$, else $e^{1 - r/c}$.
# - BLEU is the penalty times the geometric mean of the four $p_n$, $\exp\left(\frac{1}{4}\sum_n \log p_n\right)$; 0 if no word is right.
#
# `Counter(a) & Counter(b)` takes the smaller of two counts (12 lines).


# %% tags=["exercise"]
def bleu(references, candidates):
    """BLEU-4 of a set of translations, with 1 added above and below for n > 1. Papineni et al. (2002), Lin and Och (2004).

    references, candidates: as many sentences each, a list of words (texts or ids) for each; a sentence may be empty.
    Returns a float from 0 to 1; 0.0 if no word of the candidates is right.

    bleu([["a", "b", "c", "d"]], [["a", "b", "c", "d"]]) is 1.0.
    """
    matches, counts = [0] * 4, [0] * 4
    for reference, candidate in zip(references, candidates, strict=True):
        for n in range(1, 5):
            wanted, found = (Counter(zip(*(words[i:] for i in range(n)), strict=False)) for words in (reference, candidate))
            matches[n - 1] += (wanted & found).total()  # clipped
            counts[n - 1] += found.total()
    if matches[0] == 0:
        return 0.0
    precisions = [matches[0] / counts[0], *((m + 1) / (c + 1) for m, c in zip(matches[1:], counts[1:], strict=True))]
    penalty = min(1.0, np.exp(1 - sum(map(len, references)) / counts[0]))
    score = float(penalty * np.exp(np.mean(np.log(precisions))))
    return score  # noqa: RET504


# %% tags=["given"]
def exact(targets, outputs):
    """Which sentences are right to the last word: booleans, shape (n,)."""
    return np.array([a == b for a, b in zip(sentences(targets), sentences(outputs), strict=True)])


def quality(targets, outputs):
    """The score: half the share of sentences that are right to the last word, half BLEU."""
    return float(exact(targets, outputs).mean() + bleu(sentences(targets), sentences(outputs))) / 2


# %% [markdown]
# ## Exercise 5: a beam
#
# Greedy decoding takes the likeliest word at every step, and cannot take it back. **Beam search** keeps the `width` best beginnings:
# each may continue with each of $V$ words, which makes width × $V$ candidates, and the best `width` **of them all** live on, wherever
# they come from. A beginning's score is the sum of its log-probabilities (probabilities multiply, their logs add). A beginning that
# has said `<end>` is finished: it stays, with its score unchanged and `<end>` as its only next word (6 lines).
#
# <details><summary>Hint</summary>
#
# Build the table of totals, shape `(width, V)`, flatten it, and sort by falling total. A place in the flat table is
# `parent * V + token`. For a finished beginning the row of log-probabilities is 0 at `end` and `-np.inf` elsewhere.
#
# </details>


# %% tags=["exercise"]
def beam_step(scores, log_probs, finished, end):
    """One step of beam search for one sentence: which beginnings live on, and with which word.

    scores: log-probability of each beginning so far, shape (width,).
    log_probs: log-probability of each next word, shape (width, V); the row of a finished beginning means nothing.
    finished: whether each beginning has ended, booleans, shape (width,).
    end: the id of the end token.
    Returns scores (float64), parents (which beginning is continued) and tokens (with which word), each of shape (width,), best first.

    With width 1 it is greedy: tokens is the likeliest word.
    """
    width, V = log_probs.shape
    only_end = np.where(np.arange(V) == end, 0.0, -np.inf)
    totals = (scores[:, None] + np.where(finished[:, None], only_end, log_probs)).ravel()
    best = np.argsort(-totals, kind="stable")[:width]
    scores, parents, tokens = totals[best], best // V, best % V
    return scores, parents, tokens


# %% [markdown]
# ## Two translators without a network
#
# **Word by word**: which Halvic word stands where which English word stands? Count how often two words share a pair of sentences,
# share each Halvic word out among the English words in proportion to how well they explain it, count again (expectation
# maximisation: IBM model 1, Brown et al., 1993). Five rounds make a fine dictionary. **The nearest sentence**: hand in the
# translation of the training sentence with the most words in common, rare words counting more. Neither knows grammar. They are the
# baselines: beat them, or go home.

# %% tags=["given"]
def dictionary(source, target, rounds=5):
    """How probable each target word is, given a source word, by IBM model 1. source, target: ids, shapes (n, S) and (n, T)."""
    shape = source.max() + 1, target.max() + 1
    table = np.ones(shape)
    places = source[:, :, None].astype(int) * shape[1] + target[:, None, :]  # (n, S, T)
    real = (source != PAD)[:, :, None] & (target > END)[:, None, :]
    for _ in range(rounds):
        shares = table.ravel()[places] * real
        shares /= np.maximum(shares.sum(axis=1, keepdims=True), 1e-12)  # which source word explains this target word
        counts = np.bincount(places.ravel(), shares.ravel(), table.size).reshape(shape)
        table = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1e-12)
    return table


def finished(rows, length):
    """Lists of ids as an array (n, length): the words, the end token, padding."""
    return np.array([[*row[: length - 1], END, *[PAD] * length][:length] for row in rows])


def word_by_word(table, source, length):
    """Each source word's most probable translation, in the order of the source."""
    return finished([[int(table[word].argmax()) for word in row if word != PAD] for row in source.tolist()], length)


def nearest(source, known, translations):
    """For each source sentence the translation of the known one with the most words in common."""
    words = max(source.max(), known.max()) + 1
    bags = [np.array([np.bincount(row[row != PAD], minlength=words) for row in rows], float) for rows in (source, known)]
    rare = np.log(len(known) / (1 + (bags[1] > 0).sum(axis=0)))
    wanted, there = (bag * rare / np.linalg.norm(bag * rare, axis=1, keepdims=True) for bag in bags)
    return translations[(wanted @ there.T).argmax(axis=1)]


# %% tags=["training"]
# Training: the translators without a network.
if grader.ready("bleu"):
    d, T = run.data, run.data["train_halvic"].shape[1]
    rows = run.preset.rows
    x, y = d["train_english"][:rows], d["train_halvic"][:rows]
    x_validation, y_validation = d["validation_english"], d["validation_halvic"]
    table = dictionary(x, y)
    outputs = {
        "word by word": [word_by_word(table, source, T) for source in (x_validation, d["hidden_english"])],
        "nearest sentence": [nearest(source, x, y) for source in (x_validation, d["hidden_english"])],
    }
    for kind, (validation, hidden) in outputs.items():
        run.result(kind, quality(y_validation, validation), {"translation": hidden})
        some, right = bleu(sentences(y_validation), sentences(validation)), exact(y_validation, validation).mean()
        print(f"\n{kind}: BLEU {some:.3f}, exact {right:.3f}")
        for i in range(3):
            print(f"    {spelled(x_validation[i], english)}\n    {spelled(y_validation[i], halvic)}")
            print(f"    {spelled(validation[i], halvic)}   <- {kind}")

# %% [markdown]
# ## Decoding, and a Transformer
#
# Given: `translate` asks the network for one word after another, for all sentences at once, always with arrays of the same shape, so
# that it is compiled once. `build_transformer` is attention all the way (deck 4): one layer of encoder, one of decoder, positions learnt.

# %% tags=["given"]
def translate(model, source, length):
    """Greedy translations, ids (n, length): at each step the likeliest word."""
    outputs = np.zeros((len(source), length), int)
    for t in range(length):
        logits = np.asarray(model.predict_on_batch([source, decoder_inputs(outputs, START)]))
        outputs[:, t] = np.where((outputs[:, :t] == END).any(axis=1), PAD, logits[:, t].argmax(axis=-1))
    return outputs


def beam_search(model, source, length, width):
    """Translations by beam search, ids (n, length): your beam_step for each sentence and step."""
    n = len(source)
    outputs, scores = np.zeros((n, width, length), int), np.full((n, width), -np.inf)
    done, scores[:, 0] = np.zeros((n, width), bool), 0.0
    for t in range(length):
        inputs = decoder_inputs(outputs.reshape(n * width, length), START)
        logits = np.asarray(model.predict_on_batch([np.repeat(source, width, axis=0), inputs]), float)[:, t]
        log_probs = (logits - np.logaddexp.reduce(logits, axis=-1, keepdims=True)).reshape(n, width, -1)
        for i in range(n):
            scores[i], parents, tokens = beam_step(scores[i], log_probs[i], done[i], END)
            outputs[i], done[i] = outputs[i, parents], done[i, parents] | (tokens == END)
            outputs[i, :, t] = tokens
    return finished(sentences(outputs[:, 0]), length)


def build_transformer(source_words, target_words, units, longest=32, heads=4):
    """From [source, inputs] to logits, as build_seq2seq, but by attention only. Vaswani et al. (2017)."""
    import keras
    from keras import layers, ops

    def placed(ids, words):
        steps = ops.cumsum(ops.ones_like(ids), axis=1) - 1
        return layers.Add()([layers.Embedding(words, units)(ids), layers.Embedding(longest, units)(steps)])

    def look(x, at, **options):
        return layers.LayerNormalization()(layers.Add()([x, layers.MultiHeadAttention(heads, units // heads)(x, at, **options)]))

    def think(x):
        return layers.LayerNormalization()(layers.Add()([x, layers.Dense(units)(layers.Dense(2 * units, activation="relu")(x))]))

    both = [keras.Input((None,), dtype="int32") for _ in range(2)]
    x, y = placed(both[0], source_words), placed(both[1], target_words)
    encoded = think(look(x, x))
    decoded = think(look(look(y, y, use_causal_mask=True), encoded))
    return keras.Model(both, layers.Dense(target_words)(decoded))


# %% [markdown]
# ## Training
#
# The same pairs, the same number of epochs, about the same number of parameters: their widths differ so that these agree within 10 %.
# While the first bar runs, guess: who wins, and by how much?

# %% tags=["training"]
# Training: encoder-decoders side by side, with your exercises in them.
if grader.ready("decoder_inputs", "masked_loss", "build_seq2seq", "bleu"):
    import keras

    def build(kind):
        sizes = len(english), len(halvic), run.preset.units[kind]
        model = build_transformer(*sizes) if kind == "Transformer" else build_seq2seq(kind == "GRU + attention", *sizes)
        model.compile(optimizer=keras.optimizers.Adam(run.preset.learning_rate, clipnorm=1.0), loss=masked_loss)
        return model

    def pair(source, targets):
        return [source, decoder_inputs(targets, START)], targets

    models, values = {}, {}
    for kind in run.preset.kinds:
        for seed in run.seeds:
            model = run.fit(kind, lambda kind=kind: build(kind), *pair(x, y), validation=pair(x_validation, y_validation), seed=seed)
            validation, hidden = (translate(model, source, T) for source in (x_validation, d["hidden_english"]))
            values[kind, seed] = quality(y_validation, validation)
            outputs.setdefault(kind, [validation, hidden])
            models.setdefault(kind, model)
            run.result(kind, values[kind, seed], {"translation": hidden}, seed=seed, model=model)
    for i in range(3):
        print(f"{spelled(x_validation[i], english)}\n    {spelled(y_validation[i], halvic)}")
        for kind in models:
            print(f"    {spelled(outputs[kind][0][i], halvic)}   <- {kind}")
    run.table()
    run.picture()

# %% [markdown]
# ## Where it holds, and where it does not
#
# Two claims to look at. *"One vector is a bottleneck, and the longer the sentence, the narrower it gets"*: left. *"It has learned the
# grammar"*: right; the hatched bars are sentences with a construction, or an adjective beside a noun, that training never showed.

# %% tags=["training"]
# Training: by length of sentence, and by what is new in it.
if grader.ready("decoder_inputs", "masked_loss", "build_seq2seq", "bleu"):
    plt = grader.pyplot()
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8), width_ratios=[4, 5])
    lengths, new = np.array([len(row) for row in sentences(x_validation)]), d["validation_new"]
    parts = [(lengths >= low) & (lengths < low + 2) for low in (6, 8, 10, 12)]
    for (kind, (validation, _)), marker in zip(outputs.items(), "xvosD", strict=False):
        scores = [bleu(sentences(y_validation[part]), sentences(validation[part])) for part in parts]
        left.plot(["6, 7", "8, 9", "10, 11", "12 to 14"], scores, marker=marker, label=kind)
    left.set(xlabel="English words", ylabel="BLEU", ylim=(0, 1.02), title="longer is harder")
    left.legend(fontsize=9)
    old_ones, new_ones = ([quality(y_validation[part], outputs[kind][0][part]) for kind in outputs] for part in (~new, new))
    places = np.arange(len(outputs))
    right.bar(places - 0.2, old_ones, 0.38, color="#0072B2", label="as in training")
    right.bar(places + 0.2, new_ones, 0.38, color="white", edgecolor="#0072B2", hatch="///", label="new")
    right.set(xticks=places, xticklabels=[kind.replace(" ", "\n", 1) for kind in outputs], ylim=(0, 1.02), ylabel="score")
    right.set(title="what training never showed is harder")
    right.legend(fontsize=9)
    last = list(outputs)[-1]
    grader.show(figure, f"Validation sentences, seed {run.seeds[0]}. {last}: {old_ones[-1]:.2f} on constructions that it knows, "
                f"{new_ones[-1]:.2f} on new ones.")

# %% [markdown]
# What we saw with the preset `full`: without attention the network writes fluent Halvic **about something else**. The frame is right,
# the words are not: eight epochs are too few to squeeze every noun through one vector. (Its loss was still falling: the bottleneck is
# narrow, not shut.) With attention the nouns are looked up where they stand. And no network is as good on what is new
# as on what it knows: grammar, as a linguist means it, is not what they have learned.
#
# ## Who looks where?
#
# One sentence. Each row is a step of the decoder: the word it is about to write, and how much it looks at each English word. Word order
# would make a diagonal; look for the verb, and for `na`. In our run adjectives look at their **noun**, to which the encoder had carried
# them, and the first rows are dark: they look at padding, which nobody masked, because the decoder's state knows enough.

# %% tags=["training"]
# Training: the attention of one sentence.
if grader.ready("decoder_inputs", "masked_loss", "build_seq2seq") and "GRU + attention" in models:
    model = models["GRU + attention"]
    layer = next((layer for layer in model.layers if "attention" in layer.name), None)
    if layer is None:
        print("Your network has no layer called attention.")
    else:
        i = int(np.argmax((lengths > 8) & (exact(y_validation, outputs["GRU + attention"][0]))))
        one, written = x_validation[i : i + 1], outputs["GRU + attention"][0][i : i + 1]
        inside = keras.Model(model.inputs, layer.input).predict([one, decoder_inputs(written, START)], verbose=0)
        _, looks = layer([keras.ops.convert_to_tensor(part) for part in inside], return_attention_scores=True)
        columns, rows_shown = lengths[i], len(sentences(written)[0]) + 1

        plt = grader.pyplot()
        figure, axes = plt.subplots(figsize=(6.5, 5.2))
        axes.imshow(keras.ops.convert_to_numpy(looks)[0, :rows_shown, :columns], vmin=0, vmax=1)
        axes.set_xticks(range(columns), [str(english[word]) for word in one[0, :columns]], rotation=60)
        axes.set_yticks(range(rows_shown), [str(halvic[word]) for word in written[0, :rows_shown]])
        axes.set(xlabel="English, read", ylabel="Halvic, written", title="bright: this is where it looks")
        grader.show(figure, f"{spelled(one[0], english)} - {spelled(written[0], halvic)}")

# %% [markdown]
# ## A beam of three
#
# Your `beam_step` at work on some validation sentences. Is it worth three times the work? Where the next word is nearly certain, greedy
# is as good; look at the sentences that differ.

# %% tags=["training"]
# Training: greedy and beam search side by side.
if grader.ready("decoder_inputs", "masked_loss", "build_seq2seq", "bleu", "beam_step"):
    some = slice(0, run.preset.beams)
    for kind, model in models.items():
        beam = beam_search(model, x_validation[some], T, 3)
        greedy = outputs[kind][0][some]
        differ = sum(a != b for a, b in zip(sentences(beam), sentences(greedy), strict=True))
        print(f"{kind}: greedy {quality(y_validation[some], greedy):.3f}, a beam of 3 {quality(y_validation[some], beam):.3f}; "
              f"{differ} of {len(beam)} sentences differ")

# %% [markdown]
# ## The same network, another language: summaries
#
# An encoder-decoder does not know that it translates. Give it reports of up to four clauses, and the language to translate into is
# "what happened". Who won depends on two numbers that stand apart; nobody can copy that. Not graded, and only with the preset `full`.

# %% tags=["training"]
# Training: summaries, with your build_seq2seq.
if grader.ready("decoder_inputs", "masked_loss", "build_seq2seq", "bleu") and run.preset.summaries:
    def build_summariser():
        model = build_seq2seq(True, len(d["report_words"]), len(d["report_words"]), run.preset.units["GRU + attention"])
        model.compile(optimizer=keras.optimizers.Adam(run.preset.learning_rate, clipnorm=1.0), loss=masked_loss)
        return model

    check = pair(d["validation_reports"], d["validation_summaries"])
    summariser = run.fit("summaries", build_summariser, *pair(d["train_reports"], d["train_summaries"]), validation=check)
    summaries = translate(summariser, d["validation_reports"], d["validation_summaries"].shape[1])
    print(f"{exact(d['validation_summaries'], summaries).mean():.3f} of the summaries are right to the last word")
    for i in range(5):
        print(f"{spelled(d['validation_reports'][i], d['report_words'])}\n    {spelled(summaries[i], d['report_words'])}")

# %% [markdown]
# ## Hand in
#
# The cell takes the network with the best validation score, which is an honest choice: the hidden sentences had no say in it. Other
# widths, more epochs, a beam, several networks that vote: all allowed. **English-Spanish** pairs of real people are at tatoeba.org and
# manythings.org/anki (CC BY 2.0 FR); nothing here is graded on them.

# %% tags=["training"]
# Training: hand in the best.
if grader.ready("decoder_inputs", "masked_loss", "build_seq2seq", "bleu"):
    best = max(values, key=values.get)
    print(f"{best[0]}, seed {best[1]}: {values[best]:.3f} on validation sentences")
    run.hand_in(**run.predictions[best])

# %% [markdown]
# ## What you should remember
#
# - An encoder reads, a decoder writes; in training it is shown the right words, **one step late**, at work its own.
# - One vector for a whole sentence is a bottleneck; **attention** looks back instead, and where it looks can be drawn.
# - Padding must not count, neither in the loss nor in the score.
# - Greedy decoding cannot take a word back; a beam can, a little.
# - A good score on sentences built as in training says little about others. Test on what is new.
#
# ## To think about

# %% [markdown] tags=["question"]
# **Question 1.** In training the decoder is always shown right words, at work its own. What happens after its first wrong word, and
# why does the training loss not tell? Name one thing that would help.

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** It stands in a situation that it never saw in training (exposure bias), so that one error brings others; the loss is
# measured with right words before each step and never meets this. Helps: feeding it its own words now and then while training
# (scheduled sampling), training on a sequence's score, or a beam, which keeps other beginnings alive.

# %% [markdown] tags=["question"]
# **Question 2.** BLEU of 0.8 and 30 % exact matches, or BLEU of 0.7 and 50 %: can both be of the same data, and which network would
# you send to the lighthouse? Give a sentence in which one wrong word of Halvic does no harm, and one in which it does.

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** Yes: many sentences with one wrong word each give a high BLEU and few exact matches; a few sentences that are quite
# wrong do the opposite. A wrong ending of an adjective (`os` for `ia`) is understood; `nok` forgotten, or `ti` for `na`, says the
# contrary. Either choice, if it is argued with what errors cost.

# ---
# title: "Tagging: who, which firm, and when"
# order: 13
# requires: [rnn, lstm, attention]
# minutes: 150
# packages: [numpy, matplotlib, tensorflow, keras]
# limits: {call_seconds: 10, cell_seconds: 30, total_seconds: 120, memory_bytes: 2147483648, processes: 64}
# training:
#   minutes: {gpu: 5, cpu: 9}
#   presets:
#     quick: {epochs: 5, units: 24, seeds: [0], kinds: [LSTM, Bidirectional], rows: 2000}
#     full: {epochs: 8, units: 48, seeds: [0, 1, 2], kinds: [Dense, Conv1D, SimpleRNN, LSTM, Bidirectional, Transformer], rows: 100000}
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
# # Tagging: who, which firm, and when
#
# *The ship the painter talks about was called* **Jordan**. *The bank the painter talks about was called* **Jordan**. Same word,
# same neighbours; once a ship, once a firm, and what tells them apart stands seven words to the left. In other sentences it
# stands to the right, where a network that reads from left to right has not been yet.
#
# You will find persons (PER), companies (COM) and times (TIM) in such sentences: one **tag per word**, so `return_sequences=True`
# at last. Most names in the hidden sentences are made up and stand in no training sentence: nobody can look them up.
#
# You write five short functions, train networks, and hand in this notebook with `predictions.npz` and `run.json`.
# About 150 minutes, training included.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `pad_sentences` | sentences of many lengths in one array, and a mask that tells words from padding | 7 | 15 |
# | 2 | `entities` | tags become entities: from where, to where, which type | 12 | 20 |
# | 3 | `entity_f1` | how good are the predicted entities? | 8 | 20 |
# | 4 | `masked_cross_entropy` | a loss that does not look at padding | 6 | 15 |
# | 5 | `build_tagger` | five kinds of networks, each with an answer per word | 18 | 25 |

# %% [markdown]
# ## What is graded
#
# {{recorded}}

# %% tags=["given"]
import numpy as np

# %% tags=["staff"]
from autograder.authoring import grader, start

# %% tags=["training"]
# Training: choose, then run this cell. Quick takes a minute anywhere; full wants a GPU (Runtime > Change runtime type).
PRESET = "quick"  # @param ["quick", "full"]
BACKEND = "tensorflow"  # @param ["tensorflow", "jax", "torch"]
if grader.ready():
    run = start(PRESET, BACKEND)

# %% [markdown]
# ## The sentences
#
# | symbol | in code | what |
# |---|---|---|
# | $n$, $T$ | | sentences, and words in the longest one: 20. Commas and full stops are words, too |
# | $x_t$ | `x` | word $t$ as three numbers, so `x` is `(n, T, 3)`; more below |
# | $y_t$ | `tags` | its tag, a number from 0 to 6, `(n, T)`; 0 after the end |
# | $m_t$ | `mask` | true for a word, false for padding, `(n, T)` |
#
# Tags come in pairs, **B** for the first word of an entity and **I** (inside) for those that follow: two entities side by
# side stay two. This is the BIO scheme:
#
# ```text
#   word   Rosa    Apple   sold   Monday   Foods   last    May     .
#   tag    B-PER   I-PER   O      B-COM    I-COM   B-TIM   I-TIM   O
#   number 1       2       0      3        4       5       6       0
# ```
#
# Type $k$ (0 PER, 1 COM, 2 TIM) has the tags $2k + 1$ (B) and $2k + 2$ (I). Places, ships, novels and rivers have names as
# well, and are O. Made by rules, in the repository's `datasets/entities.py`; training, validation and hidden sentences come from
# different templates. (`datasets/wnut.py` loads real ones, WNUT-17, CC BY 4.0, if you want to go on at home. The famous
# CoNLL-2003 may be used for research only, so a course must not hand it to you.)

# %% tags=["given"]
TAGS = ("O", "B-PER", "I-PER", "B-COM", "I-COM", "B-TIM", "I-TIM")
TYPES = ("PER", "COM", "TIM")
LENGTH = 20


def shown(sentence, tags):
    """A sentence as text, with its entities in brackets: [PER Rosa Apple] sold [COM Monday Foods]."""
    words = sentence.split()
    parts = []
    for word, tag, after in zip(words, tags, [*tags[1 : len(words)], 0], strict=False):
        begin = f"[{TAGS[tag][2:]} " if tag % 2 else ""
        end = "]" if tag and (after == 0 or after % 2) else ""
        parts.append(f"{begin}{word}{end}")
    return " ".join(parts)


# %% tags=["training"]
# Training: look at some sentences, and count what is in them.
if grader.ready():
    for i in (0, 3, 7, 12, 21, 30):
        print(shown(str(run.data["train_sentences"][i]), run.data["train_tags"][i]))

    plt = grader.pyplot()
    starts = {kind: np.sum(run.data["train_tags"] == 2 * k + 1) for k, kind in enumerate(TYPES)}
    sizes = [len(sentence.split()) for sentence in run.data["train_sentences"].tolist()]
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3))
    left.bar(list(starts), list(starts.values()), color="0.5")
    left.set(title="entities in the training sentences")
    right.hist(sizes, bins=np.arange(7.5, 21), color="0.5", edgecolor="white")
    right.set(title="sentences, by their number of words")
    share = np.mean([np.count_nonzero(tags) for tags in run.data["train_tags"]]) / np.mean(sizes)
    grader.show(figure, f"Only {100 * share:.0f} % of the words belong to an entity: always answering O is right "
                f"{100 - 100 * share:.0f} % of the time, and finds nothing.")

# %% [markdown]
# ## Words as numbers
#
# A word that was never seen has no number of its own. What it *looks* like is known all the same, so each word becomes three:
#
# - the word itself in small letters, if at least 3 training sentences have it, else "unknown";
# - its last two letters, if at least 10 training words end so, else "unknown";
# - its shape: small letters, a number, a capital, a capital at the beginning of the sentence, or something else.
#
# All share one table of numbers, so that one `Embedding` holds them all. 0 is kept for padding.

# %% tags=["given"]
PADDING, NEW_WORD, NEW_ENDING, FIRST_PIECE = 0, 1, 2, 8  # 3 to 7 are the shapes


def known_pieces(sentences, words=3, endings=10):
    """The number of each word and ending that occurs often enough in the training sentences."""
    every = [word.lower() for sentence in sentences for word in sentence.split()]
    found, often = np.unique(every, return_counts=True)
    ends, end_often = np.unique([word[-2:] for word in every], return_counts=True)
    kept = [*found[often >= words].tolist(), *[f"-{end}" for end in ends[end_often >= endings]]]
    return {piece: FIRST_PIECE + i for i, piece in enumerate(kept)}


def word_numbers(sentences, pieces):
    """Three lists for each sentence, put by kind: all lists of words, all lists of endings, all lists of shapes."""
    split = [sentence.split() for sentence in sentences]
    words = [[pieces.get(word.lower(), NEW_WORD) for word in sentence] for sentence in split]
    endings = [[pieces.get(f"-{word[-2:].lower()}", NEW_ENDING) for word in sentence] for sentence in split]
    shapes = [[3 + shape_of(word, t) for t, word in enumerate(sentence)] for sentence in split]
    return words, endings, shapes


def shape_of(word, t):
    """0 small letters, 1 a number, 2 a capital, 3 a capital in the first word, 4 anything else."""
    if word.islower() or word.isdigit():
        return int(word.isdigit())
    return (3 if t == 0 else 2) if word[0].isupper() else 4


# %% [markdown]
# ## Exercise 1: one array for all sentences
#
# A batch is an array, and an array has one length. Short sentences are filled up **at the end** with 0, long ones are cut
# there. Where a sentence ends must not be forgotten: a **mask** has `True` for each word, `False` for padding. It cannot be
# read off the numbers, for 0 may be a number like any other (the tag O is 0). Seven lines.
#
# <details><summary>Hint</summary>
#
# Begin with two arrays full of 0 and `False`, and write each sentence into its row: `numbers[i, :k] = ...`.
#
# </details>


# %% tags=["exercise"]
def pad_sentences(sentences, length):
    """Lists of many lengths as one array, with zeros behind each. Keras: pad_sequences(..., padding="post").

    sentences: a list of n lists of whole numbers, one for each word; 0 may be among them.
    length: T, columns of the answer; what a sentence has beyond it is cut off at its end.
    Returns (numbers, mask), both of shape (n, T): numbers, int64, 0 where the sentence has ended; mask, bool, True for words.
    Changes none of its arguments.
    Errors: none of its own.

    >>> numbers, mask = pad_sentences([[5, 0, 7], [4]], 4)
    >>> numbers.tolist()
    [[5, 0, 7, 0], [4, 0, 0, 0]]
    >>> mask.sum(axis=1).tolist()
    [3, 1]
    """
    numbers = np.zeros((len(sentences), length), dtype=np.int64)
    mask = np.zeros((len(sentences), length), dtype=bool)
    for i, sentence in enumerate(sentences):
        kept = sentence[:length]
        numbers[i, : len(kept)] = kept
        mask[i, : len(kept)] = True
    return numbers, mask


# %% [markdown]
# ## Exercise 2: from tags to entities
#
# Nobody asks for tags; people ask *who*. An entity is three numbers: the position of its first word, the position **after**
# its last word (as in a slice), and its type. It ends where the tag is O, where a B begins another one, or where the type
# changes. A network may predict an I that continues nothing: by the rule of conlleval, the CoNLL script that papers score with,
# such an I begins an entity like a B (12 lines).
#
# ```text
#   tags   B-PER  I-PER  B-PER  O  I-COM  I-COM  I-TIM
#   found  [0, 2, PER]   [2, 3, PER]  [4, 6, COM]  [6, 7, TIM]
# ```
#
# <details><summary>Hint</summary>
#
# Walk over the tags and remember the entity you are in (or none). A tag `t > 0` has the type `(t - 1) // 2`, and is a B if it is odd.
# Do not forget the entity that is still open when the sentence ends; an O put behind the tags closes it.
#
# </details>


# %% tags=["exercise"]
def entities(tags):
    """The entities that a row of tags stands for. Tjong Kim Sang and De Meulder (2003); conlleval.

    tags: whole numbers, shape (T,): 0 is O; type k has 2k + 1 for B and 2k + 2 for I.
    Returns spans, shape (m, 3), int64: for each entity, from left to right, its first position, the position after its last
    one, and its type. An I that does not continue an entity of its type begins a new one. Shape (0, 3) where there is none.
    Changes none of its arguments.
    Errors: none of its own.

    >>> entities(np.array([1, 2, 1, 0, 4, 4, 6])).tolist()
    [[0, 2, 0], [2, 3, 0], [4, 6, 1], [6, 7, 2]]
    """
    found, first, kind = [], 0, None
    for t, tag in enumerate([*tags, 0]):
        inside = tag > 0 and tag % 2 == 0 and (tag - 1) // 2 == kind
        if inside:
            continue
        if kind is not None:
            found.append([first, t, kind])
        kind = None
        if tag > 0:
            first, kind = t, (tag - 1) // 2
    spans = np.array(found, dtype=np.int64).reshape(-1, 3)
    return spans  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Exercise 3: a score that cannot be fooled by O
#
# Most words are O, and padding is O as well: a tagger that finds nothing has a fine *accuracy*. So count entities. One is
# right only if start, end **and** type are right:
#
# $$F_1 = \frac{2 \cdot \text{right}}{\text{entities in gold} + \text{entities predicted}}$$
#
# It is the harmonic mean of precision (right / predicted) and recall (right / gold). Add up over **all** sentences first and
# divide once; an average of the sentences' own $F_1$ is another number, and many sentences have no entity at all. If there is
# no entity anywhere, say 0. Cut each row at its length: what is predicted on padding is nobody's business (8 lines).
#
# <details><summary>Hint</summary>
#
# A set of tuples holds the entities of one sentence; `a & b` is what two sets share.
#
# </details>


# %% tags=["exercise"]
def entity_f1(gold, predicted, lengths):
    """F1 over all entities of all sentences: start, end and type must agree. CoNLL-2003; seqeval's micro average.

    gold, predicted: tags, whole numbers, shape (n, T).
    lengths: words in each sentence, shape (n,); tags from there on do not count.
    Returns f1, a number from 0 to 1; 0 if neither holds an entity. Changes none of its arguments.
    Errors: none of its own.

    >>> gold = np.array([[1, 2, 0, 3], [0, 5, 0, 0]])
    >>> predicted = np.array([[1, 2, 0, 1], [0, 5, 0, 5]])
    >>> entity_f1(gold, predicted, np.array([4, 3])).__round__(3)  # 2 right, 3 in gold, 3 predicted
    0.667
    """
    right = total = 0
    for truth, guess, length in zip(gold, predicted, lengths, strict=True):
        wanted = {tuple(span) for span in entities(truth[:length]).tolist()}
        found = {tuple(span) for span in entities(guess[:length]).tolist()}
        right += len(wanted & found)
        total += len(wanted) + len(found)
    f1 = 2 * right / total if total else 0.0
    return f1  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## The baseline: logistic regression on what stands around
#
# Before any network: how far do we get by looking at a word, its neighbours (one on each side), and **which** words stand
# further left and further right, in whatever order? One weight for each of these and each tag, a softmax, and AdaGrad,
# all in NumPy. It is the strongest we found without a network. What it cannot know: that in *the bank the painter talks
# about* the bank comes first.

# %% tags=["given"]


def sparse_features(x, size, near=1):
    """For each word, which features it has: the pieces at each place nearby, and the words further left and right; -1 is none.

    x holds numbers from 0 to size - 1; features are numbers from 0 to size * (2 * near + 3) - 1.
    """
    n, T, _ = x.shape
    places = 2 * near + 1
    around = np.pad(x, ((0, 0), (near, near), (0, 0)))
    beside = np.stack([around[:, k : k + T] + k * size for k in range(places)], axis=2).reshape(n, T, -1)
    step = np.arange(T) - np.arange(T)[:, None]
    side = np.where(step < -near, places * size, np.where(step > near, (places + 1) * size, 0))
    words = np.broadcast_to(x[:, None, :, 0], (n, T, T))
    far = np.where((side > 0) & (words > 0), words + side, -1)
    return np.concatenate([beside, far], axis=2)


def fit_logistic(features, tags, mask, number, epochs=4, rate=0.2, seed=0):
    """Weights of so many features, shape (number + 1, 7), by AdaGrad on batches of 128 words; the last row, of none, stays 0."""
    rng = np.random.default_rng(seed)
    rows, wanted = features[mask], np.eye(len(TAGS))[tags[mask]]
    weights, squares = np.zeros((2, number + 1, len(TAGS)))
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(rows)), len(rows) // 128):
            scores = weights[rows[batch]].sum(axis=1)
            scores = np.exp(scores - scores.max(axis=1, keepdims=True))
            error = scores / scores.sum(axis=1, keepdims=True) - wanted[batch]
            used, where = np.unique(rows[batch], return_inverse=True)
            slope = np.zeros((len(used), len(TAGS)))
            np.add.at(slope, where.reshape(len(batch), -1), error[:, None, :])
            squares[used] += slope**2
            weights[used] -= rate * slope / np.sqrt(squares[used] + 1e-3)
            weights[-1] = 0.0
    return weights


def most_frequent_tags(x, tags, mask):
    """For each word's number, the tag it has most often in training."""
    counts = np.zeros((x.max() + 1, len(TAGS)))
    np.add.at(counts, (x[mask][:, 0], tags[mask]), 1)
    return counts.argmax(axis=1)


# %% tags=["training"]
# Training: the data in numbers, and the baselines.
if grader.ready("pad_sentences", "entities", "entity_f1"):
    rows = slice(0, run.preset.rows)
    texts = {part: run.data[f"{part}_sentences"].tolist() for part in ("train", "val", "hidden")}
    texts["train"] = texts["train"][rows]
    pieces = known_pieces(texts["train"])
    x, mask = {}, {}
    for part, sentences in texts.items():
        padded = [pad_sentences(one, LENGTH) for one in word_numbers(sentences, pieces)]
        x[part] = np.stack([array for array, _ in padded], axis=-1)
        mask[part] = np.asarray(padded[0][1])
    tags = {"train": run.data["train_tags"][rows].astype(int), "val": run.data["val_tags"].astype(int)}
    val_lengths = mask["val"].sum(axis=1)
    new = np.mean(x["hidden"][..., 0][mask["hidden"]] == NEW_WORD)
    print(f"{len(pieces)} pieces; {100 * new:.0f} % of the hidden words are unknown ones.")

    usual = most_frequent_tags(x["train"], tags["train"], mask["train"])
    answers = {part: usual[x[part][..., 0]] for part in ("val", "hidden")}
    run.result("most frequent tag", entity_f1(tags["val"], answers["val"], val_lengths), {"tags": answers["hidden"]})

    vocabulary = FIRST_PIECE + len(pieces)
    features = {part: sparse_features(x[part], vocabulary) for part in x}
    weights = fit_logistic(features["train"], tags["train"], mask["train"], 5 * vocabulary)
    answers = {part: weights[features[part]].sum(axis=2).argmax(axis=-1) for part in ("val", "hidden")}
    run.result("logistic regression", entity_f1(tags["val"], answers["val"], val_lengths), {"tags": answers["hidden"]})
    run.table()
    accuracy = np.mean(tags["val"][mask["val"]] == 0)
    print(f"For comparison: always answering O has an accuracy of {accuracy:.3f} and an F1 of 0.")

# %% [markdown]
# ## Exercise 4: a loss without padding
#
# Cross-entropy is $-\log p_t$, with $p_t$ the probability of the right tag of word $t$. Averaged over a padded array, the
# loss is mostly about padding: easy, useless, and different for a batch of short sentences. Take the mean over **real words** only:
#
# $$L = \frac{\sum_{b,t} m_{b,t}\,(-\log p_{b,t})}{\sum_{b,t} m_{b,t}}$$
#
# Our networks end in *logits*, numbers of any size, because log and softmax taken together are stable; the loss must know
# (`from_logits=True`). Write it with `keras.ops` and `keras.losses`, so that it can be differentiated: NumPy would give the right
# number and no gradient (6 lines, with `import keras` inside).
#
# <details><summary>Hint</summary>
#
# `keras.losses.sparse_categorical_crossentropy` gives one number for each word, shape (B, T). The mask is bool or
# float: `keras.ops.cast` turns it into the dtype of the losses.
#
# </details>


# %% tags=["exercise"]
def masked_cross_entropy(targets, logits, mask):
    """Mean cross-entropy over the real words of a batch. Deck 4, sequence labelling.

    targets: the right tags, shape (B, T), whole numbers (Keras may hand them over as floats).
    logits: scores of the K tags before the softmax, shape (B, T, K).
    mask: shape (B, T), true or 1 for words, false or 0 for padding; at least one word is real.
    Returns loss, one number (a tensor without axes), computed by keras.ops. Changes none of its arguments.
    Errors: none of its own.

    Equal logits for K = 7 tags give log(7) = 1.9459, whatever stands on padding.
    """
    import keras

    losses = keras.losses.sparse_categorical_crossentropy(targets, logits, from_logits=True)  # (B, T)
    mask = keras.ops.cast(mask, losses.dtype)
    loss = keras.ops.sum(losses * mask) / keras.ops.sum(mask)
    return loss  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Exercise 5: five taggers
#
# All begin alike: `Input((length, 3))`; an `Embedding` of `vocabulary` numbers into 16 each, which makes `(length, 3, 16)`; a
# `Reshape((length, 48))` that lays the three vectors of a word side by side. All end alike: `Dense(7)`, the logits of the
# seven tags, **for every word** and without activation. Only the middle differs:
#
# | kind | the middle | a word's answer depends on |
# |---|---|---|
# | `Dense` | `Dense(units)`, ReLU | the word alone: no neighbour |
# | `Conv1D` | `units` filters over 7 words, padding "same", ReLU | 3 words on either side: a Dense network that slides along |
# | `SimpleRNN`, `LSTM` | the layer of that name, with an answer for each step | the word and all before it |
# | `Bidirectional` | an LSTM forwards and one backwards, `units` each, with answers for each step | the whole sentence |
#
# Any other kind is a `ValueError`. Do not compile; the training cell does (18 lines, with `import keras` inside).


# %% tags=["exercise"]
def build_tagger(kind, length, vocabulary, units):
    """A Keras model that answers seven logits for every word. Decks 1, 2 and 4.

    kind: "Dense", "Conv1D", "SimpleRNN", "LSTM" or "Bidirectional".
    length: T, words in a padded sentence.
    vocabulary: how many different numbers a word's three can be: from 0 to vocabulary - 1.
    units: how many units, or filters, the layer in the middle has; each direction, if there are two.
    Returns a keras.Model from (n, T, 3) to (n, T, 7), not compiled.
    Errors: ValueError for any other kind.

    build_tagger("LSTM", 20, 700, 8).output_shape is (None, 20, 7).
    """
    import keras

    layers = keras.layers
    if kind == "Dense":
        middle = layers.Dense(units, activation="relu")
    elif kind == "Conv1D":
        middle = layers.Conv1D(units, 7, padding="same", activation="relu")
    elif kind == "SimpleRNN":
        middle = layers.SimpleRNN(units, return_sequences=True)
    elif kind == "LSTM":
        middle = layers.LSTM(units, return_sequences=True)
    elif kind == "Bidirectional":
        middle = layers.Bidirectional(layers.LSTM(units, return_sequences=True))
    else:
        raise ValueError(f"kind must be Dense, Conv1D, SimpleRNN, LSTM or Bidirectional, not {kind!r}")
    start = [keras.Input((length, 3)), layers.Embedding(vocabulary, 16), layers.Reshape((length, 48))]
    model = keras.Sequential([*start, middle, layers.Dense(7)])
    return model  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## A sixth one, and a fair comparison
#
# The Transformer is given: positions are added to the words, then one block of self-attention (4 heads, as in your
# `attention` notebook, padding masked out) and a small Dense network. It sees the whole sentence at once, in any distance.
#
# More units always help a little, so all kinds get **the same number of parameters**, within a percent or two; `units_for` solves for the
# units. The preset's `units` are those of each direction of `Bidirectional`.

# %% tags=["given"]


def build_transformer(length, vocabulary, units):
    """One block of self-attention with a Dense network of so many units behind it; seven logits for every word."""
    import keras

    layers, ops = keras.layers, keras.ops
    inputs = keras.Input((length, 3))
    words = layers.Reshape((length, 48))(layers.Embedding(vocabulary, 16)(inputs))
    real = inputs[:, :, 0] > 0
    positions = ops.cumsum(ops.ones_like(inputs[:, :, 0]), axis=1) - 1
    h = words + layers.Embedding(length, 48)(positions)
    seen = layers.MultiHeadAttention(4, 12)(h, h, attention_mask=real[:, None, :])
    h = layers.LayerNormalization()(h + seen)
    h = layers.LayerNormalization()(h + layers.Dense(48)(layers.Dense(units, activation="relu")(h)))
    return keras.Model(inputs, layers.Dense(len(TAGS))(h))


def parameters(kind, units):
    """How many parameters the middle and the output layer have, as functions of the units; units may be an array."""
    middle, wide = {
        "Dense": (49 * units, units), "Conv1D": ((7 * 48 + 1) * units, units), "SimpleRNN": ((49 + units) * units, units),
        "LSTM": (4 * (49 + units) * units, units), "Bidirectional": (8 * (49 + units) * units, 2 * units),
        "Transformer": (LENGTH * 48 + 4 * 48 * 49 + 2 * 2 * 48 + 49 * units + 48 * (units + 1), 48),
    }[kind]
    return middle + len(TAGS) * (wide + 1)


def units_for(kind, units):
    """The units with which a kind has as many parameters as a Bidirectional of so many units each way."""
    choices = np.arange(1, 5000)
    return int(choices[np.abs(parameters(kind, choices) - parameters("Bidirectional", units)).argmin()])


# %% tags=["training"]
# Training: every kind with every seed. An epoch takes a second or two on a CPU; after a restart, run the cells again.
if grader.ready("pad_sentences", "entities", "entity_f1", "masked_cross_entropy", "build_tagger"):
    import keras

    y = {part: np.stack([tags[part], mask[part]], axis=-1).astype("float32") for part in tags}  # the mask travels with the tags
    half = -(-len(x["train"]) // 32) * run.preset.epochs // 2  # of all steps

    def word_loss(wanted, logits):
        """The loss Keras asks for, of two arguments: yours, with the mask that came with the tags."""
        return masked_cross_entropy(wanted[..., 0], logits, wanted[..., 1])

    def compiled(kind):
        """A network of this kind, ready to be trained; the step size is 0.006 for half of the time, then falls to 0."""
        build = build_transformer if kind == "Transformer" else lambda *sizes: build_tagger(kind, *sizes)
        model = build(LENGTH, vocabulary, units_for(kind, run.preset.units))
        rate = keras.optimizers.schedules.CosineDecay(0.006, half, warmup_target=0.006, warmup_steps=half)
        model.compile(keras.optimizers.Adam(rate), loss=word_loss)
        return model

    guesses, scores = {}, {}
    for kind in run.preset.kinds:
        for seed in run.seeds:
            model = run.fit(kind, lambda kind=kind: compiled(kind), x["train"], y["train"], (x["val"], y["val"]), seed, batch_size=32)
            guesses[kind, seed] = {part: model.predict(x[part], verbose=0).argmax(axis=-1) for part in ("val", "hidden")}
            scores[kind, seed] = entity_f1(tags["val"], guesses[kind, seed]["val"], val_lengths)
            run.result(kind, scores[kind, seed], {"tags": guesses[kind, seed]["hidden"]}, seed=seed, model=model)
    run.table()
    run.picture()

# %% [markdown]
# ## Where does the deciding word stand?
#
# A name that **begins** its sentence has all its context to the right; one that **ends** it has all of it to the left. Which
# kinds should find the first ones, which the last? Say it before you look. (Recall: the share of the true entities that were
# found. Persons and companies only; times are easy for everybody.)

# %% tags=["training"]
# Training: recall on names at the beginning and at the end of a sentence.
if grader.ready("pad_sentences", "entities", "entity_f1", "masked_cross_entropy", "build_tagger"):
    plt = grader.pyplot()
    recall = {}
    for (kind, _), guess in guesses.items():
        hits = {"first": [], "last": []}
        for truth, found, size in zip(tags["val"], guess["val"], val_lengths, strict=True):
            names = {tuple(span) for span in entities(found[:size]).tolist()}
            for span in entities(truth[:size]).tolist():
                place = "first" if span[0] == 0 else "last" if span[1] >= size - 1 else None  # a full stop ends the sentence
                if place and span[2] < 2:
                    hits[place].append(tuple(span) in names)
        recall.setdefault(kind, []).append([np.mean(hits["first"]), np.mean(hits["last"])])
    figure, axes = plt.subplots(figsize=(8, 3))
    for place, (label, marker) in enumerate({"first word": "o", "last word": "s"}.items()):
        axes.plot(list(recall), [np.mean(both, axis=0)[place] for both in recall.values()], marker, markersize=9, label=label,
                  color="C0" if place == 0 else "C1")
    axes.set(ylabel="recall", ylim=(0, 1), title="names at the beginning and at the end of a sentence")
    axes.legend()
    best = max(scores, key=scores.get)
    grader.show(figure, f"{best[0]} with seed {best[1]} is the best on validation data. A network that reads one way has nothing "
                "to go by at the first word.")
    i = next(i for i in range(len(val_lengths)) if np.any(tags["val"][i] != guesses[best]["val"][i] * mask["val"][i]))
    print("A sentence that it gets wrong, truth first:")
    print(shown(texts["val"][i], tags["val"][i]), shown(texts["val"][i], guesses[best]["val"][i]), sep="\n")

# %% [markdown]
# In our recorded runs:
#
# RECORDED CLAIMS
#
# ## Hand in
#
# The run that is best on **validation** data is handed in; choosing on hidden data is what we cannot do, and you should not want.
# Run the preset `full` before you do. Better ideas (two layers, dropout, an ensemble of seeds that votes) are welcome.

# %% tags=["training"]
# Training: write predictions.npz and run.json for the best run.
if grader.ready("pad_sentences", "entities", "entity_f1", "masked_cross_entropy", "build_tagger"):
    best = max(scores, key=scores.get)
    run.hand_in(tags=guesses[best]["hidden"].astype(np.int8))

# %% [markdown]
# ## What you should remember
#
# - One answer per word: `return_sequences=True`, a `Dense` on top, and a mask in the loss and in the score.
# - Accuracy flatters whoever says O. Count entities: start, end and type.
# - Context to the right needs `Bidirectional` or attention; allowed here, because the sentence is all there when you tag it.
# - Compare with a good baseline and at equal size; a few weights for "which words stand around" go a long way.
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** Your tagger's accuracy is 0.93 and its F1 is 0.60. How can both be true? Give a sentence of ten words with
# one wrong tag in which precision and recall are both 0.

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** Most words are O and right; one wrong word spoils a whole entity. Ten words with a single entity of two or more
# words (*Rosa Apple smiled at the man on the other side*), one of whose words gets another tag: 9 of 10 tags are right, the entity found
# has another end or type, so nothing found is right (precision 0) and nothing wanted was found (recall 0).

# %% [markdown] tags=["question"]
# **Question 2.** A forecast may not use a bidirectional network across its own future, a tagger may. Why? And why does the
# backward LSTM of a short sentence begin with padding, and is that a harm?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** When a sentence is tagged, all of it is known; tomorrow's weather is not. The array ends with zeros, so the backward
# LSTM reads them first. They are always the same and carry nothing, so it can learn to ignore them (its state after them depends
# only on how many there were); its gates cost some steps. Padding at the front would do the same to the forward one.

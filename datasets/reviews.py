"""Short film reviews from a grammar, and whether they recommend the film: made here, seeded, as numbers of words.

A review is a template filled with words. What it says hangs on more than its adjectives: "was not dull" is praise; "critics write
that ... i disagree" turns round what came before; and where two clauses disagree, "however" makes the second one count, and
"admittedly" the first, with many words in between. A bag of words sees the adjectives, not what they hang on. And one word in
fifty cannot be read, so nobody gets all of them right.

The templates are dealt out once and for all between what everybody gets and what stays hidden: no hidden review is built like one
that could be learned from. The words are the same.

Source of the task: Socher et al. (2013), "Recursive deep models for semantic compositionality over a sentiment treebank",
on negation and contrast. Real reviews: datasets/imdb.py.
"""

import itertools

import numpy as np

LENGTH = 40  # no review has more words
UNREADABLE, SMUDGED = "?", 0.02  # what stands for a word that cannot be read, and how often
GOOD = "brilliant moving clever gripping charming funny fresh lovely superb witty".split()
BAD = "dull awful clumsy tedious flat silly shallow stale boring weak".split()
ASPECTS = "plot acting music camera ending pace dialogue humour cast story".split()
SURELY, ADVERBS, NEGATIONS = "truly really surely".split(), "very rather quite".split(), "not never hardly".split()
ASIDES = ("we sat in front", "it rained all day", "my cousin paid", "the hall was full", "it runs two hours", "they shot it in rome",
          "i had read the book", "we came too late", "there is a break", "popcorn costs a fortune")
STYLES = ((), (ADVERBS,), (SURELY, ADVERBS), (NEGATIONS,), (NEGATIONS, ADVERBS))  # between "was" and the adjective

# A plan: a text with clauses A and B and asides "~"; which clause counts; 1, or -1 if the text turns it round; how common it is.
PLANS = (
    ("A .", "A", 1, 6), ("~ , and A .", "A", 1, 6), ("it is true that A .", "A", 1, 1), ("everybody will say that ~ , and A .", "A", 1, 1),
    ("critics write that A . ~ . i agree .", "A", 1, 2), ("critics write that A . ~ . i disagree .", "A", -1, 2),
    ("it is false that A .", "A", -1, 1), ("nobody can say that ~ , and A .", "A", -1, 1),
    *((text.replace("*", word), counts, 1, weight)
      for counts, words in (("B", ("however", "yet")), ("A", ("admittedly", "granted"))) for word in words
      for text, weight in (("A . * B .", 1), ("A . ~ . * ~ , and B .", 2), ("~ , and A . ~ . * ~ , and B .", 4))),
)
EXTRA = (None, "first", "middle", "last")  # where one more aside stands


def vocabulary() -> np.ndarray:
    """The words by their number, as texts. Number 0 is no word: it fills up short reviews, as in datasets/imdb.py."""
    texts = [*GOOD, *BAD, *ASPECTS, *SURELY, *ADVERBS, *NEGATIONS, *ASIDES, *(text for text, *_ in PLANS), "the was", UNREADABLE]
    return np.array(["", *sorted({word for text in texts for word in text.split()} - {"A", "B", "~"})])


def templates(hidden: bool = False) -> list[tuple[int, ...]]:
    """All templates that are for everybody, or those that stay hidden: a plan, a style for A and for B, an extra aside."""
    ways = [way for way in itertools.product(*map(range, (len(PLANS), len(STYLES), len(STYLES), len(EXTRA))))
            if ("B" in PLANS[way[0]][0] or way[2] == 0) and ("~ ." in PLANS[way[0]][0] or EXTRA[way[3]] != "middle")]
    order = np.random.default_rng(1913).permutation(len(ways))  # never to be changed: it keeps the hidden ones hidden
    cut = len(ways) * 2 // 3
    return [ways[i] for i in (order[cut:] if hidden else order[:cut])]


def reviews(seed: int, count: int, each: int, hidden: bool = False) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Reviews of `count` templates, `each` of every one, common plans first.

    Returns (words, lengths, sentiment, template): the words of all reviews one after another, uint8 places in vocabulary(); how many
    belong to each review, uint8; 1 where the film is recommended, else 0, half of each, uint8; and the template's place in
    templates(hidden), uint16: shapes (sum of lengths,) and three times (count * each,). Shuffled.
    Errors: ValueError where there are fewer than count templates.
    """
    rng = np.random.default_rng(seed)
    ways = templates(hidden)
    plans = [way[0] for way in ways]
    weight = np.array([PLANS[plan][3] / plans.count(plan) for plan in plans])
    chosen = rng.choice(len(ways), size=count, replace=False, p=weight / weight.sum())
    order = rng.permutation(np.repeat(chosen, each))
    sentiment = rng.permutation(np.arange(len(order)) % 2)
    number = {word: place for place, word in enumerate(vocabulary().tolist())}
    made = [[number[word] for word in _review(rng, ways[i], 2 * int(good) - 1)] for i, good in zip(order, sentiment, strict=True)]
    lengths = np.array([len(review) for review in made])
    return np.concatenate(made).astype(np.uint8), lengths.astype(np.uint8), sentiment.astype(np.uint8), order.astype(np.uint16)


def _review(rng, way, sign):
    """The words of one review, built this way, that says sign: 1 or -1."""
    text, counts, turns, _ = PLANS[way[0]]
    extra = EXTRA[way[3]]
    text = {None: text, "first": f"~ . {text}", "middle": text.replace("~ .", "~ . ~ ."), "last": f"{text} ~ ."}[extra]
    other = 1 if rng.random() < 0.35 else -1  # the clause that does not count mostly says the opposite
    signs = {name: sign * turns * (1 if name == counts else other) for name in "AB"}
    asides = iter(rng.permutation(len(ASIDES)).tolist())
    words = []
    for word in text.split():
        if word in signs:
            words += _clause(rng, STYLES[way["AB".index(word) + 1]], signs[word])
        else:
            words += ASIDES[next(asides)].split() if word == "~" else [word]
    return [UNREADABLE if smudged else word for word, smudged in zip(words, rng.random(len(words)) < SMUDGED, strict=True)]


def _clause(rng, style, sign):
    """"the plot was not dull", which says sign."""
    adjectives = GOOD if (sign > 0) != (NEGATIONS in style) else BAD
    return ["the", _one(rng, ASPECTS), "was", *(_one(rng, words) for words in style), _one(rng, adjectives)]


def _one(rng, words):
    return words[int(rng.integers(len(words)))]

"""Wrong in ways that no mistake of the catalogue names; each must lose points."""


def counts_right_places(references, candidates):
    right = sum(a == b for r, c in zip(references, candidates, strict=True) for a, b in zip(r, c, strict=False))
    return right / sum(map(len, references))


def asks_for_equal_sentences(references, candidates):
    return sum(map(list.__eq__, references, candidates)) / len(references)


def compares_with_any_reference(references, candidates):
    known = {word for sentence in references for word in sentence}
    return sum(word in known for sentence in candidates for word in sentence) / max(1, sum(map(len, candidates)))


def is_one(references, candidates):
    return 1.0

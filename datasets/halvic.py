"""Halvic, the language of an island that is on no map: its words, and how a meaning is said in English and in Halvic.

Invented for this course, CC0. What makes it hard to translate word for word is borrowed from living languages: the verb stands
last (Japanese, Turkish), adjectives follow nouns and agree with them (Spanish), articles and pronouns know three genders that
no noun shows (German), the noun stays singular after a number (Hungarian), postpositions (Finnish), tense is a particle of its
own, and some verbs throw their first half to the front (German once more).
"""

from typing import Any

PEOPLE = ("farmer baker teacher doctor sailor singer king queen girl boy painter neighbour thief/thieves child/children "
          "woman/women man/men").split()
THINGS = ("boat book letter lamp chair table key cup coat hat bicycle clock picture box/boxes basket guitar ring mirror bottle "
          "ladder drum candle umbrella knife/knives").split()
PLACES = "harbour market garden kitchen station school church/churches forest castle village".split()
MOODS = "tired happy angry hungry sad proud nervous brave".split()
LOOKS = "old small strange".split()  # of people and of things
QUALITIES = "red blue green new heavy large cheap broken wet beautiful".split()
TRANSITIVE = ("sell/sold buy/bought find/found lose/lost see/saw break/broke paint/painted clean/cleaned hide/hid repair/repaired "
              "steal/stole draw/drew forget/forgot choose/chose carry/carried/carries throw/threw take/took").split()
SEPARABLE = ("pick/picked+up give/gave+back take/took+away lay/laid+down throw/threw+away bring/brought+back carry/carried/carries+up "
             "pull/pulled+down").split()
GIVING = "give/gave show/showed send/sent lend/lent bring/brought".split()
STAYING = "sleep/slept sing/sang wait/waited dance/danced work/worked laugh/laughed sit/sat play/played".split()
TENSES, TIMES = ("past", "present", "future"), ("yesterday", "today", "tomorrow")
NEAR = "in near behind".split()
SINGULAR, PLURAL = 0, 1

HALVIC_TIMES, HALVIC_TENSES, HALVIC_NEAR = ("nelu", "olu", "filu"), ("na", "", "ti"), ("ne", "po", "gau")
THE, A, PRONOUNS = ("lo", "la", "le", "loi"), ("un", "una", "une"), ("jo", "ja", "je", "joi")
NUMBERS = {"two": "dva", "three": "tre"}
ENDINGS = ("os", "ia", "um", "oi")  # of adjectives: masculine, feminine, neuter, plural
PREFIXES = {"up": "ap", "back": "ret", "away": "vek", "down": "dol"}
ASKS, NOT, TO, BECAUSE, WHO, BE = "ka", "nok", "da", "vem", "kel", ("es", "esen")


def _stem(number: int) -> str:
    """The stem of the word with this number: always the same, and another one for each number below 1,000."""
    number = (number * 367 + 211) % 1000
    first, vowel, last = "b d f g k l m p r s t v z br dr kl st tr gl pr".split(), "aeiou", "lnrsktmvdg"
    return first[number // 50] + vowel[number // 10 % 5] + last[number % 10]


def _noun(number: int, word: str, kind: str) -> dict[str, Any]:
    one, _, many = word.partition("/")
    stem = _stem(number)
    return {"english": (one, many or one + "s"), "halvic": (stem + "e", stem + "ein"), "gender": (number * 5 + number // 7) % 3,
            "kind": kind, "number": number}


def _adjective(number: int, word: str) -> dict[str, Any]:
    return {"english": word, "halvic": tuple(_stem(number + 200) + ending for ending in ENDINGS), "number": number}


def _verb(number: int, word: str, kind: str) -> dict[str, Any]:
    forms, _, particle = word.partition("+")
    base, past, *third = forms.split("/")
    stem = _stem(number + 400)
    return {"base": base, "past": past, "third": third[0] if third else base + "s", "particle": particle,
            "halvic": (stem + "a", stem + "an"), "kind": kind}


_nouns = [(word, kind) for kind, words in (("person", PEOPLE), ("thing", THINGS), ("place", PLACES)) for word in words]
NOUNS = [_noun(number, *word) for number, word in enumerate(_nouns)]
ADJECTIVES = [_adjective(number, word) for number, word in enumerate(MOODS + LOOKS + QUALITIES)]
_kinds = {"acts": TRANSITIVE, "splits": SEPARABLE, "gives": GIVING, "stays": STAYING}
VERBS = [_verb(number, *word) for number, word in enumerate((word, kind) for kind, words in _kinds.items() for word in words)]


def form(noun: dict[str, Any], number: int) -> int:
    """Which of the four forms goes with a noun: its gender, or 3 for the plural."""
    return 3 if number == PLURAL else noun["gender"]


def phrase(part: dict[str, Any]) -> tuple[list[str], list[str]]:
    """A noun with its article or number and perhaps an adjective, in both languages.

    part: noun, number (0 or 1), article ("the", "a", "two", "three"), adjective (or None).
    """
    noun, number, adjective = part["noun"], part["number"], part["adjective"]
    agreed = form(noun, number)
    counted = part["article"] in NUMBERS
    english = [part["article"], *([adjective["english"]] if adjective else []), noun["english"][number]]
    if english[0] == "a" and english[1][0] in "aeiou":
        english[0] = "an"
    first = NUMBERS[part["article"]] if counted else (THE if part["article"] == "the" else A)[agreed]
    return english, [first, noun["halvic"][SINGULAR if counted else number], *([adjective["halvic"][agreed]] if adjective else [])]


def _english_verb(verb: dict[str, Any], tense: int, number: int, negated: bool, asked: bool) -> tuple[list[str], list[str]]:
    """What stands before the subject of a question, and the verb itself."""
    helper = "did" if tense == 0 else "will" if tense == 2 else ("does", "do")[number]
    helped = tense == 2 or negated or asked
    inner = verb["base"] if helped else verb["past"] if tense == 0 else (verb["third"], verb["base"])[number]
    before = [helper] if asked else []
    return before, [*([helper] if helped and not asked else []), *(["not"] if negated else []), inner]


def _be(tense: int, number: int) -> list[str]:
    return (["was", "were"][number : number + 1], ["is", "are"][number : number + 1], ["will", "be"])[tense]


def _reason(meaning: dict[str, Any]) -> tuple[list[str], list[str]]:
    """because it was heavy: the pronoun stands for the subject or the object, whichever can be so."""
    about, adjective, tense = meaning["reason"]
    noun, number = meaning[about]["noun"], meaning[about]["number"]
    pronoun = "they" if number else meaning["pronoun"] if about == "subject" else "it"
    agreed = form(noun, number)
    tensed = [HALVIC_TENSES[tense]] if HALVIC_TENSES[tense] else []
    return (["because", pronoun, *_be(tense, number), adjective["english"]],
            [BECAUSE, PRONOUNS[agreed], adjective["halvic"][agreed], *tensed, BE[number]])


def said(meaning: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The English and the Halvic sentence of a meaning.

    meaning: verb, tense (0 past, 1 present, 2 future), subject and, if any, object, receiver and place (phrases; place has a
    `near` too), asked, negated, time ("" , "first", "last"), split (English puts the particle last), to (English says "to"),
    reason (about, adjective, tense) or None, mood (adjective of "who … was tired") or None, pronoun ("he" or "she").
    """
    verb, tense, number = meaning["verb"], meaning["tense"], meaning["subject"]["number"]
    english_subject, subject = phrase(meaning["subject"])
    english_object, thing = phrase(meaning["object"]) if meaning["object"] else ([], [])
    english_receiver, receiver = phrase(meaning["receiver"]) if meaning["receiver"] else ([], [])
    english_place, place = phrase(meaning["place"]) if meaning["place"] else ([], [])
    before, action = _english_verb(verb, tense, number, meaning["negated"], meaning["asked"])
    particle = [verb["particle"]] if verb["particle"] else []
    if particle:
        rest = english_object + particle if meaning["split"] else particle + english_object
    else:
        rest = [*english_object, "to", *english_receiver] if meaning["to"] and receiver else english_receiver + english_object
    if place:
        rest = [*rest, NEAR[meaning["place"]["near"]], *english_place]
        place = [*place, HALVIC_NEAR[meaning["place"]["near"]]]
    tensed = [HALVIC_TENSES[tense]] if HALVIC_TENSES[tense] else []
    prefix = [PREFIXES[verb["particle"]]] if particle else []
    last = [*tensed, verb["halvic"][number], *([NOT] if meaning["negated"] else [])]
    middle = [*([*receiver, TO] if receiver else []), *place, *thing, *last]
    if meaning["mood"]:
        agreed = form(meaning["subject"]["noun"], number)
        english = [*english_subject, "who", *action, *rest, *_be(1, number), meaning["mood"]["english"]]
        return english, [*subject, WHO, *prefix, *middle, meaning["mood"]["halvic"][agreed], BE[number]]
    english, halvic = [*before, *english_subject, *action, *rest], [*subject, *prefix, *middle]
    if meaning["time"]:
        english = [TIMES[tense], *english] if meaning["time"] == "first" and not meaning["asked"] else [*english, TIMES[tense]]
        halvic = [HALVIC_TIMES[tense], *halvic]
    if meaning["asked"]:
        return [*english, "?"], [ASKS, *halvic]
    if meaning["reason"]:
        why, vem = _reason(meaning)
        return english + why, halvic + vem
    return english, halvic

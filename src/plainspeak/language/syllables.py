"""Count the syllables of words as they are spoken in Britain."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from plainspeak.language.familiar import common_words
from plainspeak.language.spoken import CURRENCIES, SIGNS, spoken

# By how much the rules are wrong on a word, under its first three letters.
Exceptions = Mapping[str, Mapping[str, int]]

# Spelling gives one syllable for each group of vowels. The patterns below mend what
# that gets wrong, and were found by looking at its most frequent errors against open
# pronunciation lists. They see "q" for "qu". What they miss in common words stands in
# syllable_exceptions.txt, which benchmarks/fit_syllables.py makes.

# Written vowels that are not spoken.
_SILENT = re.compile(
    r"""
    (?<=[^aeiou])e\b                     # care
    | (?<=[^aeioutd])ed\b                # planned, but not treated
    | (?<=[^aeiouscgzxh])es\b            # cares, but not nurses
    | (?<=[^cs]h)es\b | (?<=[dhkr]ach)es\b  # clothes and headaches, but not searches
    | (?:(?<=[aeiouy][^aeiou])|(?<=[aeiouy][^aeiou]{2}))
        (?:(?<!l)e(?=ment) | e(?=ly\b|less|ful|ness|ship|li[nkh]))  # basement, safely, pipeline
    | (?<=[aeiou][^aeiour])e(?=ty\b)     # safety
    | (?<=[aeion]g)ue[sd]?\b             # league, dialogue
    | (?<=\bbus)i(?=ness)                # business
    | (?<=\bev)e(?=ry|ning)              # every
    | (?<=ic)a(?=lly\b)                  # basically
    # The first half of a joined word: something, framework.
    | (?:(?<=\b(?:som|lik|bas|saf|wid|sid|pip|hom|lif|tim|fac|not|nam|tak|mak|car|cas|war|fir|dat
        |els|pac|sit|rul|typ))|(?<=\b(?:ther|wher|fram|whol|stak|hous|shar|spac|stat|stor|guid|whit
        |scor|trad))) e (?=[bcfghkmpqstwz][^aeiou]*[aeiouy]|l[aeo])
    | (?<=\bfor)e(?=[cghmw]|see|fr|sta)  # forecast
    """,
    re.VERBOSE,
)
# Vowels that stand together and are spoken apart. Only places with two vowels are tried.
_APART = re.compile(
    r"""(?=[aeiouy]{2})(?:
    (?<![cts])ial | ial(?=it[iy])        # material, but not social; speciality
    | (?<![ctsgl])ians?\b | ian(?=c) | (?<!ll)iant  # guardian, reliance, variant
    | (?<=\btr)ia | (?<!il)iar | (?<![gt])ia\b | (?<!rl)ia(?!l|n|r|ge|\b)  # triage, diary, hernia
    | (?<![ct])ien[ct] | (?<=\bsc)ie | iet  # client, but not patient; science, diet
    | (?:(?<=[aeiouy][^aeiou])|(?<=[aeiouy][^aeiou]{2})|(?<=[aeiouy][^aeiou]{3}))
        ie(?:r|st) | (?<=\bh)ie          # carrier, easiest, hierarchy
    | (?<![ctxg])ious                    # serious, but not cautious
    | io(?!n|us|ur|r) | (?<!n)ior | (?<=[rdp])ion | \bion  # period, prior, criterion
    | iu
    | (?<![cgt])eous | eo(?!u|ns?\b|ple|rg|ver|ne)  # spontaneous, video
    | (?<=op)ea(?=n) | (?<=[aeiou][^aeiouc])eans?\b  # European, Caesarean
    | (?<=\bid)ea | (?<=cr)ea(?=t(?!u)) | (?<=r)ea(?=ct|li) | (?<=\br)ea(?=bl|ss|pp|ff)
    | (?<=th)ea(?=t) | (?<=nucl)ea(?=r) | (?<=lin)ea(?=r)  # theatre, nuclear
    | (?<=[aeiou][^aeiou])ea(?:\b|s\b(?<!whereas)) | (?<=ch)ea(?=l?\b)  # area, trachea
    | eea | oea                          # agreeable, diarrhoea
    | (?<![gs])ua(?!r|d) | (?<=s)ua(?!d) | uar(?=[iy])  # annual, usual, January
    | (?<!g)ue(?:l|n[ct]|t) | uou        # fuel, continuous
    | (?<!g)ui(?:t[yi]|ds?\b|n) | (?<=s)ui(?=c)  # continuity, fluid, ruin, suicide
    | (?:[aiou]|(?<!g)e)ings?\b          # being, but not ageing
    | [aou]y(?=[aio]|e(?![ds]\b)) | ey(?=[aio]) | (?<=\w)yi  # employer, conveyor, studying
    | (?<=[bcdhmr])y(?:a(?!rd)|o) | (?<=n)yo(?=ne)  # embryo, anyone
    | oe(?:[rmv]|nt) | (?<!f)oet | (?<=\bc)oe(?!l)  # poet, coefficient
    | (?<=\bc)oo(?=pe|rd) | \bao | (?<=ch)ao | eum\b  # coordinate, museum
    | (?<=\br)e(?=u[ns]|i(?:n[fstv]|m|t|ssu)|awak|allo|arr|org)  # reinforce, reissue
    | (?<=\bpr)oa | (?<=\bd)ea(?=ct) | (?<=\bc)oa(?=g|li)  # proactive, coalition
    | [ao]ism | eis[mt]s?\b | [aeo]ics?\b | (?<=[^c]l)oists?\b  # heroism, archaic, soloist
    | (?:(?<=\br)|(?<=\bpr)|(?<=\bd))ee(?=mp|n[^aeious]|x|st|l[ei]c)  # reenter, preempt
    | eity\b | (?<=\btr)ie(?=nn) | (?<=\bb)ie(?=nn) | (?<=ch)ie(?=c)  # deity, triennial
    )""",
    re.VERBOSE,
)
# First halves whose last vowel is spoken apart from the next: microeconomics, antioxidant.
_PREFIXED = re.compile(
    r"(?:micr|macr|neur|phot|electr|gastr|psych|hydr|aut|radi|cardi|cortic|enter|thorac|retr|oste"
    r"|soci|physi)o(?:[ai]|e(?!nt))|\bbio[aei]|\b(?:anti|semi|multi|poly|intra|infra|ultra|extra"
    r"|contra)[aeiou]"
)
# Endings and beginnings that are spoken as a syllable and have no spoken vowel.
_KEPT = re.compile(
    r"(?<=[^aeiouylr])le[sd]?\b"  # table
    r"|(?<=[bcdkt])re[sd]?\b"  # centre, hundred
    r"|sms?\b|thm(?:s?\b|ic)"  # autism, rhythm
    r"|(?<=diabet)es\b"
    r"|\bmc"  # McDonald
    r"|(?<=[^aeioufw])(?<!sh|sq)[iy]re(?:[ds]?\b|m)"  # required
)
_VOWELS = re.compile(r"[aeiouy]+")
# "moderate" and "hereford" only look like two words: these are no second halves.
_NO_HALVES = frozenset(
    """ring rings rate rates rated rating rational rally ran ron rick red ted ties dies mic led ling
    list lists lot low lab hand han new rio cute man's sky ski""".split()
)
_LONGEST_JOINED = 30  # letters; what is longer is an address or noise
# "didn't" has a syllable more than "did", and "it'll" one more than "it"; "aren't" and "we'll"
# have none. "Church's" has one more than "church".
_APOSTROPHE = re.compile(
    r"(?<=[dst])n't\b|(?<=[bdfgkmnpstvxz])'(?:ll|ve|d)\b|(?:[xz]|[cs]h|ss)'s\b"
)
_UNSPOKEN = re.compile(r"n't\b|[^\w]")
_LETTER = re.compile("[A-Z]s?")
# Endings that leave the irregular part of a word as it is.
_ENDINGS = """s es d ed r er ers rs ing ings ly ist ists y ness able al ally shire ment ments
    less""".split()
_SHORTEST_STEM = 4
# A number behind these in brackets or alone is the next part of a telephone number.
_CALLING = re.compile(r"(?<![\w.])\(?0\d{2,4}\)?(?: \d{3,4})* $")


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Return the number of syllables of one word as it is spoken, at least 1.

    Short forms, figures, signs and units count as what they are spoken as: "NHS" has
    three syllables and "£1.5m" six.
    """
    said = spoken(word).replace("-", " ").split()
    return max(1, sum(_count(part) for part in said))


def syllables_at(text: str, start: int, end: int) -> int:
    """Return the syllables of a word of a text, with the signs beside it that are spoken too.

    ``words`` cuts "£5" to "5" and "8%" to "8", and parts a telephone number, whose
    figures are said one by one.
    """
    word = text[start:end]
    if word.isdigit() and _CALLING.search(text[max(0, start - 16) : start]):
        return syllables(" ".join(word).replace("0", "oh"))
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return syllables(
        (before if before in CURRENCIES else "") + word + (after if after in SIGNS else "")
    )


def _count(part: str) -> int:
    if _LETTER.fullmatch(part):
        return 3 if part[0] == "W" else 1
    plain = part.lower()
    more = len(_APOSTROPHE.findall(plain)) if "'" in plain else 0
    plain = plain if plain.isalpha() else _UNSPOKEN.sub("", plain)
    return more + by_rules(plain) + mend(plain, _exceptions())


def by_rules(word: str) -> int:
    """Return the syllables of a word in small letters as its spelling tells."""
    joint = _joint(word) if len(word) <= _LONGEST_JOINED else 0
    if joint:
        return by_rules(word[:joint]) + by_rules(word[joint:])
    plain = word.replace("qu", "q")
    if not _VOWELS.search(plain):
        return len(plain) + 2 * plain.count("w")  # "pdf", "www"
    groups = len(_VOWELS.findall(_SILENT.sub("", plain)))
    return max(1, groups + sum(len(more.findall(plain)) for more in (_APART, _PREFIXED, _KEPT)))


def _joint(word: str) -> int:
    """Return where a word joined of two after a silent "e" parts, as in "homeowner", or 0."""
    at = word.find("e", 3) + 1
    while 0 < at < len(word) - 2:
        second = word[at:]
        if second[0] not in "aeiu" and second not in _NO_HALVES:
            known = common_words()
            if word[:at] in known and second in known:
                return at
        at = word.find("e", at) + 1
    return 0


def mend(word: str, exceptions: Exceptions) -> int:
    """Return how many syllables the rules miss in a word or in what it is made from."""
    near = exceptions.get(word[:3])
    if not near or len(word) > _LONGEST_JOINED:
        return 0
    return next((near[stem] for stem in (word, *_stems(word)) if stem in near), 0)


def _stems(word: str) -> Iterator[str]:
    """Yield what a word may be made from, as "recipe" for "recipes" and "hire" for "hiring"."""
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if len(stem) < _SHORTEST_STEM or not word.endswith(ending):
            continue
        if ending not in ("d", "r", "rs") or stem[-1] == "e":
            yield stem
        if ending[0] in "aeiy":
            yield stem + "e"
        if stem[-1] == "i":
            yield stem[:-1] + "y"
        if stem[-1] == stem[-2]:
            yield stem[:-1]


@cache
def _exceptions() -> Exceptions:
    """Return common words that the rules get wrong, and by how much, read when first asked for."""
    text = files("plainspeak.language").joinpath("syllable_exceptions.txt").read_text("utf-8")
    found: dict[str, dict[str, int]] = {}
    for line in text.splitlines():
        number, *words = line.split()
        for word in words if number != "#" else []:
            found.setdefault(word[:3], {})[word] = int(number)
    return found

"""Count the syllables of words as they are spoken in Britain."""

import re
import unicodedata
from functools import lru_cache

# Spoken letter by letter, one syllable each, but for W ("double-u").
_LETTER_SYLLABLES = {"W": 3}

# Spelling gives one syllable for each group of vowels. The patterns below mend what
# that gets wrong, and were found by looking at its most frequent errors against open
# pronunciation lists. They see "q" for "qu".

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
# Vowels that stand together and are spoken apart.
_APART = re.compile(
    r"""
    (?<![cts])ial | ial(?=it[iy])        # material, but not social; speciality
    | (?<![ctsgl])ians?\b | ian(?=c) | (?<!ll)iant  # guardian, reliance, variant
    | \btria | (?<!il)iar | (?<![gt])ia\b | (?<!rl)ia(?!l|n|r|ge|\b)  # triage, diary, hernia
    | (?<![ct])ien[ct] | \bscie | iet    # client, but not patient; science, diet
    | (?:(?<=[aeiouy][^aeiou])|(?<=[aeiouy][^aeiou]{2})|(?<=[aeiouy][^aeiou]{3}))
        ie(?:r|st) | \bhie  # carrier, easiest
    | (?<![ctxg])ious                    # serious, but not cautious
    | io(?!n|us|ur|r) | (?<!n)ior | (?<=[rdp])ion | \bion  # period, prior, criterion
    | iu
    | (?<![cgt])eous | eo(?!u|ns?\b|ple|rg|ver|ne)  # spontaneous, video
    | \bidea | opean | creat(?!u) | react | reali | \brea(?:bl|ss|pp|ff) | theat
    | (?:nucl|lin)ear | (?<=[aeiou][^aeiou])ea(?:\b|s\b(?<!whereas))  # nuclear, area
    | eea | oea                          # agreeable, diarrhoea
    | (?<![gs])ua(?!r|d) | sua(?!d) | uar(?=[iy])  # annual, usual, January
    | (?<!g)ue(?:l|n[ct]|t) | uou        # fuel, continuous
    | (?<!g)ui(?:t[yi]|ds?\b|n) | suic   # continuity, fluid, ruin, suicide
    | (?:[aiou]|(?<!g)e)ings?\b            # being, but not ageing
    | [aou]y(?=[aio]|e(?![ds]\b)) | ey(?=[aio]) | (?<=\w)yi  # employer, conveyor, studying
    | (?<=[bcdhmr])y(?:a(?!rd)|o) | nyone  # embryo, anyone
    | oe(?:[rtmv]|nt) | \bcoe | \bcoo(?:pe|rd) | \bao | chao | eum\b  # poet, coordinate, museum
    | \breu[ns] | \brei(?:n[fstv]|m|t) | \bproa | \bdeact | \bcoa(?:g|li)  # reinforce, proactive
    """,
    re.VERBOSE,
)
# Endings that are spoken as a syllable and have no spoken vowel.
_KEPT = re.compile(
    r"(?<=[^aeiouylr])le[sd]?\b"  # table
    r"|(?<=[bcdkt])re[sd]?\b"  # centre, hundred
    r"|sms?\b|thm(?:s?\b|ic)"  # autism, rhythm
    r"|(?<=diabet)es\b"
)
_VOWELS = re.compile(r"[aeiouy]+")
# An ordinal is spoken as one word; "didn't" has a syllable more than "did", and "aren't" none.
_PARTS = re.compile(r"[^\W\d_]+|(\d+)(?:st|nd|rd|th)?")
_NOT = re.compile(r"(?<=[dst])n['’]t\b")
# Apostrophes, and what Word leaves inside words, part no syllables.
_INSIDE = re.compile("n['’]t\\b|['’\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]")


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Return the number of syllables of one word, at least 1.

    Short forms in capitals are spoken letter by letter, numbers figure by
    figure, and hyphened words part by part.
    """
    negated = len(_NOT.findall(word))
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
    parts = _PARTS.finditer(_INSIDE.sub("", word))
    return max(1, negated + sum(_part(part[1] or part[0]) for part in parts))


def _part(part: str) -> int:
    if part.isdigit():
        return len(part)
    letters = part.removesuffix("s")  # "ICBs"
    if letters.isupper() and len(letters) > 1:
        return sum(_LETTER_SYLLABLES.get(letter, 1) for letter in letters)
    plain = part.lower().replace("qu", "q")
    if not _VOWELS.search(plain):
        return len(plain)  # "Dr", "pdf"
    groups = len(_VOWELS.findall(_SILENT.sub("", plain)))
    return max(1, groups + len(_APART.findall(plain)) + len(_KEPT.findall(plain)))

"""The forms a word takes: plurals, tenses, and the same form of another word."""

import re
from enum import StrEnum
from functools import lru_cache


class Form(StrEnum):
    """A form of a verb or noun. A noun's plural is ``s``, its singular ``base``."""

    BASE = "base"
    S = "s"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


# base: past, participle. Where both are the same, one word.
_IRREGULAR = {
    parts[0]: (parts[1], parts[-1])
    for parts in (
        line.split()
        for line in """
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten
become became become|beget begot begotten|begin began begun|bend bent|bet bet|bid bid|bind bound
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought
broadcast broadcast|build built|burst burst|buy bought|cast cast|catch caught|choose chose chosen
cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed
feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden
forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
forgo forwent forgone|freeze froze frozen|get got|give gave given|go went gone|grind ground
grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt
input input|keep kept|kneel knelt|know knew known|lay laid|lead led|leave left|lend lent|let let
lie lay lain|light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken
offset offset|outgrow outgrew outgrown|overcome overcame overcome|override overrode overridden
oversee oversaw overseen|overspend overspent|partake partook partaken|pay paid|put put|quit quit
read read|rebuild rebuilt|redo redid redone|rewrite rewrote rewritten|rid rid|ride rode ridden
ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent
set set|sew sewed sewn|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown
shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
sling slung|speak spoke spoken|spend spent|spin spun|spit spat|split split|spread spread
spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk
stride strode stridden|strike struck|string strung|strive strove striven|sublet sublet
swear swore sworn|sweep swept|swell swelled swollen|swim swam swum|swing swung|take took taken
teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust thrust
tread trod trodden|typeset typeset|undergo underwent undergone|understand understood
undertake undertook undertaken|undo undid undone|uphold upheld|upset upset|wake woke woken
wear wore worn|weave wove woven|win won|wind wound|withdraw withdrew withdrawn|withhold withheld
withstand withstood|wring wrung|write wrote written
""".replace("\n", "|").split("|")
        if line
    )
}
_PLURALS = dict(
    pair.split()
    for pair in """
addendum addenda|alumnus alumni|analysis analyses|appendix appendices|bacterium bacteria
child children|criterion criteria|curriculum curricula|datum data|epoch epochs|foot feet
fungus fungi|half halves|index indices|knife knives|leaf leaves|life lives|loaf loaves|man men
matrix matrices|memorandum memoranda|monarch monarchs|mouse mice|nucleus nuclei|person people
phenomenon phenomena|self selves|shelf shelves|stimulus stimuli|stomach stomachs|testis testes
thief thieves|tooth teeth|vertebra vertebrae|wife wives|wolf wolves|woman women
""".replace("\n", "|").split("|")
    if pair
)
_ARE_PLURALS = frozenset(_PLURALS.values())
# Written alike in the plural, or never used in it.
_SAME_IN_PLURAL = frozenset(
    """advice aircraft care data equipment evidence feedback hardware health help information
    knowledge means money progress research series sheep software species staff support
    work""".split()
)
# A noun in "s" is a plural already ("powers"), but for these and those in "ss", "us" and "is".
_SINGULAR_IN_S = frozenset("alias atlas bias canvas christmas gas lens pancreas summons".split())
_NOT_OF_MEN = ("human", "german", "roman", "shaman", "talisman")

# Verbs of two or more syllables whose last one is stressed, so that it doubles.
_DOUBLES = frozenset(
    """abet abhor acquit admit allot annul befit beget begin commit compel concur confer control
    defer deter dispel distil embed emit enrol equip excel expel extol forbid forget format forgo
    fulfil handicap impel incur infer input inter kidnap occur offset omit outbid outfit output
    outwit patrol permit prefer program propel rebut recur refer refit regret remit repel retrofit
    sublet submit transfer transmit typeset upset worship zigzag""".split()
)
_VOWELS = "aeiou"
# Vowels that stand together but are spoken apart, so that "dial" and "fuel" double.
_SPOKEN_APART = ("ia", "ua", "ue")
_KEEP_E = frozenset("age binge singe swinge tinge whinge".split())
_WITH_OES = frozenset("do echo embargo forgo go hero potato redo tomato undergo undo veto".split())

_PREPOSITION = re.compile(
    r"(?<=\w) (?:of|in|for|with|to|by|at|on|from|who|that|without|about|against|between|under) "
)
_NO_NOUNS = frozenset("in not off on out up".split())  # as in "out of hours service"


def plural(noun: str) -> str:
    """Return the plural of a noun or a noun phrase: ``people in charge``, ``care plans``."""
    preposition = _PREPOSITION.search(noun)
    if preposition and noun[: preposition.start()] not in _NO_NOUNS:
        head, rest = noun[: preposition.start()], noun[preposition.start() :]
        before, space, last = head.rpartition(" ")
        # "harm caused by poor care" is about harm.
        return plural(before) + space + last + rest if _is_participle(last) else _last(head) + rest
    return _last(noun)


def _is_participle(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 4) or word in {"given", "made", "taken"}


def _last(noun: str) -> str:
    head, space, last = noun.rpartition(" ")
    first, hyphen, last = last.rpartition("-")
    return head + space + first + hyphen + _plural(last)


def _plural(noun: str) -> str:
    plain = noun.lower()
    if plain in _SAME_IN_PLURAL or plain in _ARE_PLURALS:
        return noun
    if plain in _PLURALS:
        return noun[:1] + _PLURALS[plain][1:]
    if plain.endswith("man") and not plain.endswith(_NOT_OF_MEN):
        return noun[:-3] + "men"
    if plain.endswith(("sis", "xis")):
        return noun[:-2] + "es"
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        return noun + "es" if plain in _SINGULAR_IN_S else noun
    return _with_s(noun)


def _with_s(word: str) -> str:
    if word.endswith("z") and _doubles(word):
        return word + "zes"
    if word.endswith(("s", "x", "z", "ch", "sh")) or _split_prefix(word)[1] in _WITH_OES:
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


@lru_cache(maxsize=4096)
def verb_form(verb: str, form: Form) -> str:
    """Return one form of a verb, or of a phrase that starts with one."""
    first, space, rest = verb.partition(" ")
    return _verb_form(first, form) + space + rest


def _verb_form(verb: str, form: Form) -> str:
    if form is Form.BASE:
        return verb
    if verb == "be":
        return {Form.S: "is", Form.PAST: "was", Form.PARTICIPLE: "been", Form.ING: "being"}[form]
    if form is Form.S:
        return "has" if verb == "have" else _with_s(verb)
    if form is Form.ING:
        return _ing(verb)
    prefix, base = _split_prefix(verb)
    if base in _IRREGULAR:
        past, participle = _IRREGULAR[base]
        return prefix + (past if form is Form.PAST else participle)
    return _ed(verb)


def _split_prefix(verb: str) -> tuple[str, str]:
    """``re-run`` and ``rethink`` take the forms of ``run`` and ``think``."""
    prefix, hyphen, base = verb.rpartition("-")
    if not hyphen and verb not in _IRREGULAR and verb != "relay":
        for start in ("re", "over", "under", "out", "un", "mis", "fore"):
            if verb.removeprefix(start) in _IRREGULAR:
                return start, verb.removeprefix(start)
    return prefix + hyphen, base


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _before_ending(verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb in _KEEP_E:
        return verb + "ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _before_ending(verb) + "ing"


def _before_ending(verb: str) -> str:
    if verb.endswith("ic"):
        return verb + "k"
    return verb + verb[-1] if _doubles(_split_prefix(verb)[1]) else verb


def _doubles(verb: str) -> bool:
    """Say whether the last letter doubles: ``stop``, ``refer``, and British ``model``."""
    if verb in _DOUBLES:
        return True
    verb = verb.replace("qu", "q")  # in "quit" the "u" is no vowel
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS:
        return False
    if verb[-3] in _VOWELS and not (verb[-1] == "l" and verb[-3:-1] in _SPOKEN_APART):
        return False
    one_syllable = len(re.findall(r"[aeiou]|(?<=.)y", verb)) == 1
    return one_syllable or (verb.endswith("l") and verb != "parallel")


def noun_forms(noun: str) -> tuple[tuple[str, Form], ...]:
    """Return the singular and plural of a noun or noun phrase.

    Which word of a long phrase takes the plural is not certain: "points of contact",
    but "neck of femur fractures". Both are found.
    """
    many = plural(noun)
    if many == noun:
        return ((noun, Form.BASE),)
    return tuple({many: Form.S, _last(noun): Form.S, noun: Form.BASE}.items())


def verb_forms(verb: str) -> tuple[tuple[str, tuple[Form, ...]], ...]:
    """Return every written form of a verb, each with the forms it can be.

    ``put`` is the base, the past and the participle at once; only the sentence
    tells which.
    """
    forms: dict[str, tuple[Form, ...]] = {}
    for form in Form:
        written = verb_form(verb, form)
        forms[written] = (*forms.get(written, ()), form)
    if verb.partition(" ")[0] == "be":
        rest = verb[2:]
        forms |= {
            "am" + rest: (Form.BASE,),
            "are" + rest: (Form.BASE,),
            "were" + rest: (Form.PAST,),
        }
    return tuple(forms.items())

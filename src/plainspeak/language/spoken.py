"""Say in words what is written in figures, signs, units and short forms.

"£1.5m" is "one point five million pounds", "NHS" is "N H S" and "CAMHS" is "cams".
"""

import re
import unicodedata
from collections.abc import Iterator

from plainspeak.language.familiar import common_words


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.replace("_", " ").split("=") for pair in re.split(r"\s+", pairs.strip()))


_SMALL = """oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen""".split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ORDINALS = _table(
    "one=first two=second three=third five=fifth eight=eighth nine=ninth twelve=twelfth"
)
_LONGEST_NUMBER = 6  # figures; a longer one without commas is a telephone or case number

CURRENCIES = _table("£=pounds $=dollars €=euros")
_SCALE_SIGNS = _table("k=thousand m=million mn=million b=billion bn=billion tn=trillion")
SIGNS = _table("%=per_cent °=degrees °c=degrees_Celsius °f=degrees_Fahrenheit &=and +=plus @=at")
# Units that are nothing else, and so may stand alone; then those that need a number before.
_UNITS = _table(
    """kg=kilograms mg=milligrams mcg=micrograms μg=micrograms ug=micrograms ng=nanograms
    ml=millilitres dl=decilitres mm=millimetres cm=centimetres km=kilometres mmol=millimoles
    mmhg=millimetres_of_mercury kcal=kilocalories kwh=kilowatt_hours mph=miles_per_hour hr=hours
    hrs=hours mins=minutes secs=seconds wks=weeks yr=years yrs=years mths=months lbs=pounds"""
)
_AFTER_NUMBER = _UNITS | SIGNS | _SCALE_SIGNS
_AFTER_NUMBER |= _table(
    """g=grams l=litres h=hours min=minutes sec=seconds wk=weeks mth=months ft=feet oz=ounces s=
    lb=pounds p=pence x=times gb=gigabytes mb=megabytes tb=terabytes oc=degrees_Celsius
    am=A_M pm=P_M"""
)
# Short forms, and those in capitals whose letters do not tell how they are said.
_SAID = _table(
    """Dr=doctor Drs=doctors Mr=mister Mrs=missis Ms=miz Cllr=councillor Cllrs=councillors
    Rev=reverend Prof=professor St=saint Rd=road Ltd=limited Feb=February Apr=April Aug=August
    Sept=September Sep=September Oct=October Nov=November Dec=December Mon=Monday Tue=Tuesday
    Tues=Tuesday Wed=Wednesday Thu=Thursday Thurs=Thursday Fri=Friday etc=et_cetera vs=versus
    approx=approximately dept=department Dept=department govt=government eg=E_G ie=I_E pm=P_M
    Mc=mac CAMHS=cams AMHP=amp CLAHRC=clark CQUIN=see_quin COSHH=cosh SCIE=sky QIPP=quip QOF=quoff
    QoF=quoff DoLS=dolls DOLS=dolls LeDeR=leader StEIS=steece STEIS=steece TUPE=two_pee
    SHMI=shimmy PSIRF=sirf MoU=M_O_U ToR=T_O_R WRES=res WDES=W_dez DToC=D_tock DTOC=D_tock
    SBAR=ess_bar SCBU=scaboo NHSmail=N_H_S_mail JPEG=jay_peg CoP=co_P CABG=cabbage COBR=cobra
    II=two III=three VI=six VII=seven VIII=eight"""
)
# Spelt out, though they could be said as a word.
_SPELT = frozenset(
    """WHO IT US ME MS OT OK AM PM ED PA ID AI AD HR PC PE PR OP CV DJ HE HIS HER AGM AKA ER ERS
    EG IE UR ERA ICE ICO ICU ISA SAR SEC ASAP PAYE EQIA ASA NED PAN PAR PRO REP SIT""".split()
)
# Three letters and fewer are spelt out unless they are here, or a common word.
_SAID_SHORT = frozenset("PEG RAG ARC HES BAF GOV GUM PID ROM SIM DAT LAN".split())
_LONGEST_SHORT_FORM = 7  # letters; what is longer and in capitals is a word of a heading
_SAYABLE = re.compile(  # consonants that may open a syllable, vowels, consonants that may end it
    r"""(?!uk|.*(?:ii|uu)) (?: (?:[bcdfgkpt]?r|[bcfgkps]?l|s?[ckmnptw]|sq|[cgkpstw]h|[dt]w
        |s[ckpt]r|spl|thr|shr|[bdfghjqsvyz])? (?:[aeiou]|a[iuy]|e[aey]|i[ao]|o[aouy]|y)
        (?:[bcdfgklmnprstvxz]|ff|ll|nn|ss|tt|[lr][bdfgkmnpstv]|[mn]ps?|n[cdgkstz]|[cfkpst]t
        |[bcdfgklmnprtvw]s|s[hkpt]|[cgt]h|ck|r[mt]s)? )+""",
    re.VERBOSE,
)
_HISSING = {"S": "esses", "X": "exes", "H": "aitches"}  # the plurals with a syllable more

_AS_ASCII = str.maketrans({"½": " half", "¼": " quarter", "¾": " three quarters", "’": "'"})
_LAST_E = re.compile("e\u0301e?(?=s?(?!\\w))")  # café
_DIAERESIS = re.compile("(?<=[aeiou])([aeiou])\u0308")  # naïve
_MARKS = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]")
_PIECE = re.compile(
    r"(?P<money>[£$€])?(?P<number>\d+(?:,\d{3})*(?:\.\d+)*)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|(?P<unit>°[CF]?|%|[A-Za-zμ]{1,4}(?![A-Za-z])))?"
    r"|(?P<letters>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<sign>[&+@%/.-]|°[CF]?)"
)
_PHONE = re.compile(r"0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}|0\d{9,10}")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"(?i)@|\bwww\b|\.(?:com|uk|org|net|gov|nhs|eu|info|pdf|docx?|xlsx?)\b")
_RUNS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]")
_WHOLE = re.compile(r"\w[aeiou]|\w{3,}")


def spoken(word: str) -> str:
    """Return a word as it is spoken; a capital letter on its own is said by its name."""
    if word.isalpha() and word.isascii():
        return _letters(word)
    plain = word.translate(_AS_ASCII)
    if not plain.isascii():
        plain = _unmarked(unicodedata.normalize("NFKD", plain))
    if _PHONE.fullmatch(plain):
        return _figures(plain)
    return " ".join(piece for piece in _pieces(plain) if piece)


def _unmarked(text: str) -> str:
    """Take off accents and what Word leaves inside words, and keep what accents say."""
    text = _LAST_E.sub("ay", text)
    return _MARKS.sub("", _DIAERESIS.sub(r"h\1h", text))


def _pieces(text: str) -> Iterator[str]:
    dotted = _ADDRESS.search(text) is not None
    to = "" if _ISO_DATE.fullmatch(text) else "to"
    sign, number, rate = "", False, False  # what stands before
    for piece in _PIECE.finditer(text):
        if piece["sign"]:
            sign = piece["sign"]
            yield "dot" if sign == "." and dotted else SIGNS.get(sign.lower(), "")
            continue
        if piece["number"]:
            yield to if sign == "-" and number else ""
            yield _amount(piece)
        else:
            yield "per" if sign == "/" and rate else ""
            yield _letters(piece["letters"])
        sign, number = "", bool(piece["number"])
        rate = bool(piece["unit"] or piece["money"] or piece["letters"] in _UNITS)


def _amount(piece: re.Match[str]) -> str:
    """Say a number with its currency and unit, or as an ordinal."""
    figures, unit = piece["number"], piece["unit"] or ""
    if piece["ordinal"]:
        return _ordinal(_number(figures))
    if piece["money"]:
        return _money(figures, unit.lower(), CURRENCIES[piece["money"]])
    known = _AFTER_NUMBER.get(unit.lower())
    said = _time(figures) if unit.lower() in ("am", "pm") else _number(figures)
    return f"{said} {_letters(unit) if unit and known is None else known or ''}".strip()


def _money(figures: str, unit: str, currency: str) -> str:
    scale = _SCALE_SIGNS.get(unit, "")
    whole, _, part = figures.partition(".")
    if not scale and len(part) == 2:  # "£3.50"
        pence = "" if part == "00" else _number(part.lstrip("0"))
        return f"{_cardinal(whole)} {currency} {pence}".strip()
    ending = SIGNS.get(unit) or _letters(unit) if not scale else ""
    return " ".join(f"{_cardinal(whole)} {_after_point(part)} {scale} {currency} {ending}".split())


def _time(figures: str) -> str:
    hour, _, minutes = figures.partition(".")
    return _cardinal(hour) + ("" if minutes in ("", "00") else " " + _number(minutes))


def _number(figures: str) -> str:
    """Say a number as a year, an amount, or figure by figure, as it is written."""
    whole, _, part = figures.partition(".")
    if part:
        nought = "nought" if whole.strip("0") == "" else _cardinal(whole)
        return f"{nought} {_after_point(part)}"
    if whole == "0":
        return "zero"
    long = len(whole) > _LONGEST_NUMBER and not whole.endswith("000")
    if "," not in whole and (whole.startswith("0") or long):
        return _figures(whole)
    if len(whole) == 4 and "1100" <= whole <= "2099" and not "2000" <= whole < "2010":
        return _year(whole)
    return _cardinal(whole)


def _after_point(part: str) -> str:
    """Say what follows a point figure by figure; a part of a section number as a number."""
    if "." in part:
        return " ".join(f"point {_cardinal(piece)}" for piece in part.split("."))
    return f"point {_figures(part)}" if part else ""


def _figures(text: str) -> str:
    return " ".join(_SMALL[int(figure)] for figure in text if figure.isdigit())


def _year(figures: str) -> str:
    century, rest = figures[:2], figures[2:]
    if rest == "00":
        return f"{_cardinal(century)} hundred"
    return f"{_cardinal(century)} {_figures(rest) if rest[0] == '0' else _cardinal(rest)}"


def _cardinal(figures: str) -> str:
    plain = figures.replace(",", "")
    if len(plain) > 15:
        return _figures(plain)
    return _in_words(int(plain)) if int(plain) else "nought"


def _in_words(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    size, name = next((pair for pair in _SCALES if number >= pair[0]), (100, "hundred"))
    many, rest = divmod(number, size)
    joint = " and " if rest < 100 else " "
    return f"{_in_words(many)} {name}" + (joint + _in_words(rest) if rest else "")


def _ordinal(said: str) -> str:
    at = max(said.rfind(" "), said.rfind("-")) + 1
    last = said[at:]
    named = last[:-1] + "ieth" if last.endswith("y") else _ORDINALS.get(last, last + "th")
    return said[:at] + named


def _letters(word: str) -> str:
    """Say a run of letters: a word, a short form, or both joined as in "eGFR"."""
    known = _SAID.get(word) or _UNITS.get(word)
    if known or len(word) == 1:
        return known or word.upper()
    if word[1:].islower():
        return word
    if word.isupper():
        return _capitals(word)
    short = word.removesuffix("s").removesuffix("'")
    if short.isupper():
        return _plural(_capitals(short))
    return " ".join(_run(run) for run in _RUNS.findall(word))


def _run(run: str) -> str:
    if run.isupper():
        return _capitals(run)
    return _SAID.get(run) or (run if _WHOLE.fullmatch(run) else " ".join(run.upper()))


def _plural(said: str) -> str:
    if said[-1:].isupper():
        return said[:-1] + _HISSING.get(said[-1], said[-1] + "s")
    return said + "s"


def _capitals(word: str) -> str:
    """Say what is written in capitals: as a word where it is one or could be one."""
    if word in _SAID:
        return _SAID[word]
    return " ".join(word) if word in _SPELT or not _can_be_said(word.lower()) else word.lower()


def _can_be_said(letters: str) -> bool:
    if letters in common_words() or len(letters) > _LONGEST_SHORT_FORM:
        return re.search("[aeiouy]", letters) is not None
    if len(letters) <= 3:
        return letters.upper() in _SAID_SHORT
    return _SAYABLE.fullmatch(letters) is not None

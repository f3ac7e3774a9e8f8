"""Figures, signs, units and short forms are said as a British reader says them."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.spoken import spoken

SAID = """
2024/25 = twenty twenty-four twenty-five
1948 = nineteen forty-eight
1905 = nineteen oh five
1900 = nineteen hundred
2005 = two thousand and five
2019-2024 = twenty nineteen to twenty twenty-four
2026-11-22 = twenty twenty-six eleven twenty-two
1990s = nineteen ninety
22 = twenty-two
0 = zero
105 = one hundred and five
3,500 = three thousand five hundred
3500 = three thousand five hundred
1,250,000 = one million two hundred and fifty thousand
12345678 = one two three four five six seven eight
1-2 = one to two
24/7 = twenty-four seven
61.4 = sixty-one point four
0.05 = nought point oh five
3.2.1 = three point two point one
61.4% = sixty-one point four per cent
1st = first
2nd = second
3rd = third
8th = eighth
12th = twelfth
20th = twentieth
21st = twenty-first
100th = one hundredth
£1 = one pounds
£1.5m = one point five million pounds
£1.5bn = one point five billion pounds
£250k = two hundred and fifty thousand pounds
£3,500 = three thousand five hundred pounds
£3.50 = three pounds fifty
£10.00 = ten pounds
£50/week = fifty pounds per week
50p = fifty pence
€20 = twenty euros
1.5m = one point five million
10.30am = ten thirty A M
9.05pm = nine oh five P M
9.00am = nine A M
5kg = five kilograms
mg = milligrams
km = kilometres
mg/kg = milligrams per kilograms
120mmHg = one hundred and twenty millimetres of mercury
24hr = twenty-four hours
°C = degrees Celsius
37°C = thirty-seven degrees Celsius
Q2 = Q two
B12 = B twelve
M25 = M twenty-five
HbA1c = H B A one C
COVID-19 = covid nineteen
10-year = ten year
1a = one A
NHS = N H S
ICBs = I C Bs
ICSs = I C esses
GP's = G Ps
A&E = A and E
R&D = R and D
WRAP = wrap
NICE = nice
CAMHS = cams
AMHPs = amps
MARAC = marac
RIDDOR = riddor
DoLS = dolls
CoP = co P
PhD = P H D
DfE = D F E
eGFR = E G F R
iPad = I Pad
WHO = W H O
COPD = C O P D
VCSE = V C S E
UKHSA = U K H S A
DNACPR = D N A C P R
II = two
THE = the
BOARD = board
RESPONSIBILITIES = responsibilities
Dr = doctor
Cllr = councillor
etc = et cetera
e.g = E G
a.m = A M
U.K = U K
nhs.uk = nhs dot uk
and/or = and or
follow-up = follow up
don't = don't
patient’s = patient's
café = cafay
cafés = cafays
naïve = nahihve
"""
PAIRS = [line.split(" = ") for line in SAID.strip().splitlines()]


@pytest.mark.parametrize(("written", "said"), PAIRS)
def test_what_is_written_is_said_so(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize("written", ["0113 496 0000", "0113-496-0000", "01134960000"])
def test_a_telephone_number_is_said_figure_by_figure(written: str) -> None:
    assert spoken(written) == "oh one one three four nine six oh oh oh oh"


@given(st.text("0123456789,.-/£%°CkmbnstphApm&' ½é\u0301\ud800", max_size=40))
def test_every_string_can_be_said(word: str) -> None:
    said = spoken(word)
    assert "  " not in said
    assert not any(figure in said for figure in "0123456789£%°&")


@pytest.mark.parametrize("word", ["9" * 10_000, "A" * 10_000, "a1" * 5_000, "1-" * 5_000])
def test_ten_thousand_signs_are_said(word: str) -> None:
    assert spoken(word)


def test_no_word_list_is_read_before_it_is_needed() -> None:
    code = (
        "from plainspeak.language import familiar, syllables\n"
        "print(familiar.common_words.cache_info().currsize, syllables._exceptions.cache_info()"
        ".currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0"]

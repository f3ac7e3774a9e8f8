"""Sentences end where a British reader would end them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.sentences import sentence_spans

# A bar stands where one sentence ends and the next begins.
HARD_CASES = """
See item No. 3 on page 4. | It is about parking.
There are two options: No. 1 and No. 2. | The first costs less.
Did they agree? | No. | They asked for time.
We saw nos. 10 and 11 on the list.
Dr. Patel spoke first. | Dr Shah followed.
Mrs. J. Okafor chaired. | Mr. Lee took notes.
Prof. Ann Smith will write to Cllr. Jones.
The Hon. Mrs. Justice Cobb agreed.
Bring papers, e.g. a letter. | Keep a copy.
Some papers (e.g. Board minutes) are public.
Use plain words, i.e. Words people know.
The meeting starts at 10.30 a.m. in Room 2.
The meeting ends at 4 p.m. | Tea will follow.
The group met at 10 a.m., 12 p.m. and 3 p.m. | All came.
We spent £1.5m. | That was too much.
We spent £1.5 million in 2024/25. | £2m is left.
It fell by 3.5%. | It rose by 2.
Section 75(2) applies. | Nothing else does.
See s. 75 of the Act. | It is short.
Under reg. 12 and para. 4.3, we must act. | We did.
The Care Act 2014 (c. 23) applies.
“We will act.” | The chair agreed.
We agreed “in principle.” | The rest is open.
She said, “Will it work?” and sat down.
She asked, “Will it work?” | Nobody knew.
“Stop!” he said. | They stopped.
He said: ‘It is done.’ | She said: ‘It is not.’
Will it work? | Yes! | We think so.
Who decides?! | Nobody says.
Is it safe (and is it kind)? | We think so.
The plan (see page 3.) is long.
The plan is long. | (It has 90 pages.) | We cut it.
Minute 15/208 was agreed. | Minute 15/209 was not.
Read www.nhs.uk/care. | It is free.
Read https://www.england.nhs.uk/a.b/c.html for more. | It is free.
Write to pals.team@nhs.net. | They will answer.
Write to A.Person@nhs.net for a copy.
J. R. Smith and A.B. Jones came. | They spoke.
“J. Smith” signed it. | So did B. Lee.
We will tell them.|Be kind.
It went to the board.|They agreed.
We need beds, tables etc. | We have none.
We need beds, chairs, etc. for the ward.
We waited… | Nobody came.
We waited... and waited. | Nobody came.
We waited . . . and then left.
See p. 3 and pp. 4 to 9. | They are short.
St. Mary's Hospital is in London. | It is old.
The team moved to 12 High St. | The building is new.
3. Finance report
a. Finance report
iv. Finance report
3.1 Finance. | The board agreed.
1.5.2. Finance report
1. Welcome. | 2. Apologies. | 3. Minutes of the last meeting.
We will: a) ask them. | b) Tell them. | c) thank them.
Vol. 2 has the tables. | Vol. 1 has the text.
Smith et al. Found the same. | Smith et al. | They found it too.
It began in Jan. 2025 and ended in Sept. 2026. | It cost little.
The U.K. law changed. | It is different in the U.K. | The law there is old.
She has vitamin D. | He has none.
See Appendix B. | Costs are there.
He works for Smith & Co. Ltd. in Leeds.
It is the ward's. | Staff agreed.
It is the ward’s. | Staff agreed.
We met on 12.05.2025. | We meet again on 3.06.25.
Ring 0300 123 456 or tel. 0300 123 457. | Ask for Sam.
The target is 18 weeks. | 42 people wait longer.
They left early. | iPads were bought.
The plan was agreed.1 | It starts in May.
The plan was agreed.[2] | It starts in May.
“We agreed.”3 | It starts in May.
N.B. The plan is a draft. | Please comment.
NHS England wrote. | ICBs answered.
He has a B.Sc. in nursing. | She has a Ph.D. too.
The plan covers mothers vs. Fathers.
"""
CASES = [line for line in HARD_CASES.splitlines() if line]
ALPHABET = "aBc. .!?… \n\u00a0\"”’)](:3@/&'-\u200b🙂ש\ud800"


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_ends_at_each_bar_and_nowhere_else(case: str) -> None:
    text = case.replace(" | ", " ").replace("|", "")
    assert sentences(text) == [part.strip() for part in case.split("|")]


@pytest.mark.parametrize("case", CASES)
def test_line_breaks_and_wide_spaces_end_no_sentence(case: str) -> None:
    text = case.replace(" | ", " \n ").replace("|", "").replace(". . .", "…")
    assert len(sentences(text)) == len(case.split("|"))


@given(st.text(ALPHABET, max_size=80))
def test_spans_cover_all_that_is_not_space_and_never_overlap(text: str) -> None:
    ends = 0
    for start, end in sentence_spans(text):
        assert not text[ends:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        ends = end
    assert not text[ends:].strip()


@given(st.lists(st.sampled_from([case.split("|")[0] for case in CASES]), max_size=6))
def test_sentences_side_by_side_are_covered_too(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0"])
def test_no_words_are_no_sentence(text: str) -> None:
    assert sentences(text) == []


@pytest.mark.parametrize("text", [".", "…", "?!", "no stop at all", "🙂", "\ud800"])
def test_anything_else_is_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    ["word " * 20_000, ". " * 20_000, "." * 50_000, "No. 3 " * 10_000, "a." * 20_000, "_" * 50_000],
    ids=["no stop", "spaced stops", "stops", "numbers", "initials", "line"],
)
def test_long_paragraphs_take_no_longer_than_their_length(text: str) -> None:
    began = time.perf_counter()
    sentence_spans(text)
    assert time.perf_counter() - began < 2

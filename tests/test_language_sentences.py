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
the ward is full. | we need more beds. | they are on order.
Is the ward full? | we think it is. | ask the matron.
The lift is broken! | please use the stairs.
Ask about the new bus. | it starts in May.
It is free for you (and your carer). | bring your letter.
The ICB. | then the trust.
Read our guide. | https://www.nhs.uk/guide has it.
Papers are online. | www.nhs.uk/papers
About approx. three in ten people came.
We need incl. two from each ward.
It is run by Care Ltd. in Leeds.
It was run by Acme Inc. (now closed) in Leeds.
The meeting is at 10 a.m. (London time) in Room 2.
Doors open at 9 a.m. | Coffee is served.
It takes 3 hrs. by bus. | It takes one by car.
The dept. of health wrote. | The dept. agreed.
The avg. wait is 6 wks. from referral.
Ask the govt. for help. | They may say no.
He lives at 4 Mill Rd. near the park.
The max. dose is 4 a day. | The min. is 2.
The max. | It is 4.
See art. 8 of the Convention. | It is about family life.
Rev. Dr. A. Bell said a prayer. | People sat down.
Sgt. Pike and P.C. Low came. | They took notes.
Messrs. Hall and Son built it. | It still stands.
Sir J. P. Hall, K.C., gave advice. | We took it.
He is on Ward C. | She is on Ward D. | Both are well.
She had hepatitis B. | She is well now.
Staff in Band C. | Nurses start there.
See s. 12(3)(b) of the Act. | It is in force.
Under regs. 3 and 4, we must ask. | We did.
Under Sch. 2, para. 3(1)(a), we may ask. | We did not.
Section 75(2)(b) applies. | So does section 76.
The Act (see s. 3.) applies. | The rules do too.
See ch. 4, fig. 2 and app. 3 of the plan. | They have maps.
See figs. 3 and 4. | They show waits.
See Annex A. | It has the terms.
See pt. 2, vol. 3, pp. 10–14.
Minutes ref. 24/113 were agreed. | Ref. 24/114 was not.
26/041. | Apologies were noted.
Minute 26/041.2 was agreed. | It was short.
4.2.1 The Board noted the report. | 4.2.2 It asked for more.
Item 4.2. | The Board noted the report.
(a) the ward; (b) the clinic; and (c) the team.
We looked at (i) cost. | (ii) Quality. | (iii) Time.
1) Beds. | 2) Staff. | 3) Money.
We saw £1.5m. in one place. | It should be £1.5m.
It cost £3.2bn. | That is £50 each.
It is 0.5% of £1.2 million. | It is small.
It was 37.5 °C at 6.15 p.m. on Friday. | It fell later.
We meet on Mon. 3 May and Tue. 4 May. | Please come.
We met on 3 Sept. 2025. | We meet on 4 Oct. too.
From 1.4.2026 to 31.3.2027 the rate is 3.1.
She asked, ‘Will it hurt?’ | He said no.
‘It hurts.’ | ‘Where?’ | ‘Here.’
“It hurts,” she said. | “Can you help?”
He said (and I quote): “It is done.” | That was that.
(The chair left.) | The vice-chair took over.
The chair left (see item 3). | The vice-chair took over.
Were you told “No. 3”? | I was.
It is “agreed in principle”. | It is not final.
We agreed [see note 4]. | It is short.
We agreed.[4] | It is short.[5]
We agreed.4 | It is short.5 | Nobody objected.
You can smile :) | The chair did too.
We passed. :) | Well done.
Really?! | Yes, really...
Well... | That was quick.
Wait… then turn left. | You are there.
We wait....| Then we go.
Is it open?|yes it is.
Write to jo.bell@nhs.net by Friday. | She will help.
Write to jo.bell@nhs.net | Ask for a form.
Read http://www.nhs.uk/?a=b.c&d=e now. | It is new.
See https://a.nhs.uk/b | https://a.nhs.uk/c
See www.nhs.uk/a?id=The.Plan and then www.nhs.uk/b.
Open the file Board.Paper.docx now. | It is large.
It runs on Node.js and ASP.NET today. | It may change.
Dear Mrs Bell, | Thank you for your letter. | We will reply.
Thank you for your help. | Kind regards, | Jo Bell
The ward was closed by the trust | It will open in May.
We read The state of care with interest.
The ward backs the It’s OK to ask campaign.
The trust (and its partners) | They will all be there.
Dear reader, we are glad you came.
Our aims: | • fewer falls | • Shorter waits
Name: _____________ Date: _____________
Part one ------------------------------ | Part two is next.
P.S. Bring a coat. | It is cold.
N.B. This is a draft. | Viz. the plan.
He has an M.Sc. from Leeds. | She has a D.Phil. from York.
The U.N. and the W.H.O. agree. | We do too.
St John's and St. Luke's merged. | The new name is St. Ann's.
She lives in St. Ives. | He lives in Leeds.
Smith v. Jones was heard. | It is cited as R. v. Smith.
Smith et al. (2020) agree. | Jones et al. do not.
Cf. Smith, p. 4, and Jones, op. cit. for more.
NHS England. | NHS Wales. | HSC in Northern Ireland.
i.e. the ward. | e.g. a bed.
Hawl i ofal. | Diolch.
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
    [
        *("word " * 20_000, ". " * 20_000, "." * 50_000, "No. 3 " * 10_000, "a." * 20_000),
        *(mark * 50_000 + "x" for mark in "_-=*.)•:?"),
        *("https://" * 10_000, "a Thanks, A" * 10_000, "Dear " * 10_000, "a@a.a" * 10_000),
        *(" \n" * 20_000 + "It is", "a It" * 20_000, ": ) " * 20_000, "a?" * 20_000),
    ],
)
def test_long_paragraphs_take_no_longer_than_their_length(text: str) -> None:
    began = time.perf_counter()
    sentence_spans(text)
    assert time.perf_counter() - began < 2

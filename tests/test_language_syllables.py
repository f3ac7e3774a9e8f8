"""Syllables are counted as a British reader says them."""

import time
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.syllables import syllables, syllables_at
from plainspeak.language.words import word_spans

# One entry for each number of syllables: health and care words, British spellings,
# silent letters, and the endings that counting groups of vowels gets wrong.
SPOKEN = {
    1: """care health nurse ward staff planned reached asked cares homes wheeled league vague
        though through scheme breathe clothes suit fruit guide health's don't we'll frail""",
    2: """patient business people table centre metre treated wanted nurses searches headaches
        safety careful statement basement something framework forecast client science quiet
        triage trial being beyond royal rhythm didn't language ageing agreed social cautious
        colleague every ancient baseline""",
    3: """hospital quality surgery budgeted employer element area idea previous serious committee
        benefit however behaviour diagnose carrier easier implement media video period fluency
        efficient businesses everyone ambulance maternal guardian referral diary employees""",
    4: """diabetes operation community continuous industrial experience paediatric coordinate
        criterion anaesthetic psychiatric equality society variety anxiety January immediate
        spontaneous material specifically authority technology neonatal therapeutic dermatitis""",
    5: """implementation coordinator university participation accommodation opportunity
        vegetarian immediately ophthalmology continuity inequality multidisciplines""",
    6: """rehabilitation responsibility accountability gastroenteritis individualised""",
}
# Health, care and British words that American lists lack, or that spelling tells badly.
HARD_WORDS = {
    1: "draught plough stroke clerk grey",
    2: """faeces foetal foetus enrol fulfil palsy sepsis syringe seizure ulcer tumour midwife
        hospice payroll postcode wheelchair stillbirth workforce outreach centile programme
        centred tyre leisure Leicester Worcester Greenwich Loughborough borough thorough
        migraine chronic syndrome prostate cervix urine dosage steroid vaccine homecare caseload
        colonel""",
    3: """haemorrhage haemorrhoids organise recognise minimise maximise utilise summarise immunised
        randomised standardised specialised authorise stabilise oedema apnoea
        coeliac hernia referral catheter fibrosis asthmatic autistic clinician counsellor
        neighbourhood enrolment outpatient inpatient stakeholder governance postnatal labelling
        counselling stenosis thrombosis trachea tracheal arthritis opioid angina psychosis
        pharmacist bronchitis eczema urea ureter uterus cervical cannula dysphagia
        wellbeing homelessness bereavement safeguarding continence methadone
        loneliness manoeuvre""",
    4: """paediatric prioritise prioritised categorised oesophagus reablement anaemia leukaemia
        diarrhoea ischaemia haemoglobin haematoma orthopaedic anonymised hospitalised
        personalised catheterised pseudonymised aneurysm dialysis bariatric commissioner
        commissioning midwifery ventilator antenatal perinatal neonatal dyslexia embolism
        resilience endoscopy gastroscopy mammography psychiatrist psychology neurology nephrology
        urology oncology pneumonia emphysema asphyxia psoriasis dermatitis melanoma carcinoma
        metastasis palliative deprivation advocacy antibody ethnicity equality demographic
        diagnosis epilepsy paralysis intravenous penicillin hypertension creatinine testicular
        vasectomy eclampsia caesarean European cellulitis Australia""",
    5: """paediatrician haemophilia gynaecology haematology septicaemia anaesthesia organisation
        utilisation immunisation mobilisation authorisation rheumatology
        tracheostomy colonoscopy laparoscopy ophthalmology schizophrenia neurological chemotherapy
        occupational pharmaceutical respiratory comorbidity polypharmacy anaphylaxis dermatology
        disability inequality unvaccinated coronavirus antibiotic asymptomatic tachycardia
        bradycardia hysterectomy subcutaneous paracetamol anticoagulant bronchiectasis aluminium
        amoxicillin""",
    6: """prioritisation gynaecological personalisation hospitalisation osteoarthritis
        haemodialysis hypoglycaemia radiotherapy physiotherapy cardiovascular gastrointestinal
        multimorbidity echocardiogram encyclopaedia organisational neurodiversity""",
    7: "epidemiology electrocardiogram multidisciplinary socioeconomic otolaryngology",
    8: "interoperability",
}
WORDS = [(word, number) for number, words in SPOKEN.items() for word in words.split()]
HARD_ONES = [(word, number) for number, words in HARD_WORDS.items() for word in words.split()]
HARD = "aeiouyqcdhlrst'’-&\u00ad\u200b\u0301éıſﬁ1 \ud800"


def test_the_lists_have_at_least_120_and_200_words() -> None:
    assert len(WORDS) >= 120
    assert len(HARD_ONES) >= 200


@pytest.mark.parametrize(("word", "number"), WORDS)
def test_a_word_has_the_syllables_a_reader_says(word: str, number: int) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(("word", "number"), HARD_ONES)
def test_a_hard_health_or_british_word_has_the_syllables_a_reader_says(
    word: str, number: int
) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("NHS", 3),
        ("WHO", 5),
        ("WRAP", 1),
        ("CAMHS", 1),
        ("CoP", 2),
        ("ICBs", 3),
        ("ICB's", 3),
        ("ICSs", 4),
        ("NHS’s", 4),
        ("GPs", 2),
        ("A&E", 3),
        ("Dr", 2),
        ("2024", 5),
        ("2024/25", 8),
        ("£1.5m", 6),
        ("61.4%", 7),
        ("10.30am", 5),
        ("5th", 1),
        ("0113 496 0000", 11),
        ("Care", 1),
        ("CARE", 1),
        ("EXECUTIVE", 4),
        ("follow-up", 3),
        ("mother-in-law", 4),
        ("and/or", 2),
        ("patient’s", 2),
        ("church's", 2),
        ("nurse's", 2),
        ("it'll", 2),
        ("couldn’t", 2),
        ("aren't", 1),
        ("infor\u00admation", 4),
        ("con\u200bsent", 2),
        ("o\ufb03ce", 2),
        ("café", 2),
        ("naïve", 2),
        ("Zoë", 2),
    ],
)
def test_short_forms_figures_hyphens_and_hidden_marks_are_spoken_too(
    word: str, number: int
) -> None:
    assert syllables(word) == number


def test_signs_that_are_cut_off_a_word_are_spoken_where_the_text_is_known() -> None:
    text = "Pay £1.5m, or 8% of it, or call 0113 496 0000."
    spoken = {text[start:end]: syllables_at(text, start, end) for start, end in word_spans(text)}
    assert spoken["1.5m"] == syllables("£1.5m")
    assert spoken["8"] == syllables("8%")
    assert (spoken["0113"], spoken["496"], spoken["0000"]) == (4, 3, 4)
    assert spoken["call"] == 1


def test_a_word_that_only_begins_like_an_exception_is_counted_by_the_rules() -> None:
    assert (syllables("recipes"), syllables("fired"), syllables("child")) == (3, 2, 1)


def test_no_exception_is_one_that_the_rules_get_right() -> None:
    text = files("plainspeak.language").joinpath("syllable_exceptions.txt").read_text("utf-8")
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    words = [word for _, *words in lines for word in words]
    assert len(words) == len(set(words)) < 400
    assert all(word.isascii() and word.islower() and word.isalpha() for word in words)


def test_a_long_paper_is_counted_in_a_moment_once_its_words_are_known() -> None:
    words = [word for word, _ in WORDS + HARD_ONES] * 400
    for word in words[:1000]:
        syllables(word)
    start = time.perf_counter()
    for word in words[:127_000]:
        syllables(word)
    assert time.perf_counter() - start < 0.5  # 0.02 s where it was measured


@pytest.mark.parametrize("word", ["ward", "patient", "implementation", "GP"])
def test_a_possessive_adds_no_syllable(word: str) -> None:
    assert syllables(word + "'s") == syllables(word + "’s") == syllables(word)


@given(st.text(HARD, max_size=40))
def test_every_string_has_a_syllable_and_no_more_than_three_for_each_character(word: str) -> None:
    assert 1 <= syllables(word) <= max(1, 3 * len(word) + 2)


def test_ten_thousand_letters_or_underscores_are_counted() -> None:
    assert syllables("_" * 10_000) == 1
    assert syllables("ba" * 5_000) == 5_000
    assert syllables("e" * 10_000) == 1

"""Welsh passages are known where no file marks them, and English is never taken for Welsh."""

import pytest

from conftest import SHARED
from plainspeak.document import Block, BlockKind
from plainspeak.read.welsh import is_welsh, mark_welsh

WELSH = [
    "Mae'r bwrdd iechyd yn cwrdd ym mis Mai i drafod y gwasanaethau newydd.",
    "Bydd y pwyllgor yn edrych ar y cynllun ac yn ysgrifennu at deuluoedd.",
    "Rydym wedi gwrando ar yr hyn y mae pobl wedi ei ddweud wrth y bwrdd.",
]
ENGLISH = [
    "The board of the trust met in May to talk about the new services.",
    "Ann Y. Evans and Dr Yn Li spoke for the ward in Ynys Mon.",
    "Y axis: patients per ward; X axis: months of the year.",
]


@pytest.mark.parametrize("text", WELSH)
def test_welsh_is_known(text: str) -> None:
    assert is_welsh(text)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_not_taken_for_welsh(text: str) -> None:
    assert not is_welsh(text)


def test_a_mark_of_the_file_itself_is_left_alone() -> None:
    blocks = [Block(0, BlockKind.PARAGRAPH, WELSH[0], language="en-GB")]
    assert list(mark_welsh(blocks)) == blocks


def test_no_text_of_the_labelled_english_papers_is_welsh() -> None:
    folder = SHARED / "eval" / "gold-dev"
    if not folder.exists():
        pytest.skip("the labelled papers are not here")
    for path in sorted(folder.glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            assert not is_welsh(paragraph), paragraph

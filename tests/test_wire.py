"""What the reading process sends comes back unchanged, and nothing else is believed."""

import json
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Block, BlockKind, Cell, Change, Document, Gap, Picture
from plainspeak.errors import PaperError
from plainspeak.read.wire import Outcome, from_wire, to_wire

# Halves of pairs are no text: two of them side by side would become one character.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBER = st.integers(0, 10**6)
MAYBE = st.none() | NUMBER
CELLS = st.none() | st.builds(Cell, NUMBER, NUMBER, NUMBER, st.booleans())
BLOCKS = st.builds(
    Block,
    number=st.just(0),
    kind=st.sampled_from(BlockKind),
    text=TEXT,
    page=MAYBE,
    section=st.none() | TEXT,
    level=NUMBER,
    offset=MAYBE,
    label=TEXT,
    cell=CELLS,
    language=TEXT,
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    blocks = [_numbered(each, at) for at, each in enumerate(draw(st.lists(BLOCKS, max_size=4)))]
    beside = st.none() | st.sampled_from(range(len(blocks))) if blocks else st.none()
    return Document(
        name=draw(TEXT),
        format=draw(TEXT),
        sha256=draw(TEXT),
        blocks=tuple(blocks),
        gaps=some(draw, st.builds(Gap, TEXT, TEXT, MAYBE, beside, st.booleans())),
        pages=draw(MAYBE),
        changes=some(draw, st.builds(Change, TEXT, TEXT, TEXT, TEXT, beside)),
        pictures=some(draw, st.builds(Picture, TEXT, MAYBE, beside)),
        mended=some(draw, st.tuples(TEXT, NUMBER)),
    )


def some(draw: st.DrawFn, parts: st.SearchStrategy[Any]) -> tuple[Any, ...]:
    return tuple(draw(st.lists(parts, max_size=3)))


def _numbered(block: Block, number: int) -> Block:
    fields = {name: getattr(block, name) for name in Block.__slots__}
    return Block(**{**fields, "number": number})


ERRORS = st.builds(PaperError, TEXT, TEXT, TEXT, TEXT)
PAPERS: st.SearchStrategy[list[Outcome]] = st.lists(documents() | ERRORS, min_size=1, max_size=3)


def said(paper: Outcome) -> object:
    if isinstance(paper, PaperError):
        return (paper.name, paper.reason, paper.problem, paper.cure)
    return paper


@given(PAPERS)
def test_papers_and_errors_come_back_unchanged(papers: list[Outcome]) -> None:
    back = from_wire(BytesIO(to_wire(papers)))
    assert list(map(said, back)) == list(map(said, papers))


@given(PAPERS)
def test_what_is_sent_is_plain_lines(papers: list[Outcome]) -> None:
    data = to_wire(papers)
    assert data.endswith(b"\n")
    assert data.replace(b"\n", b"").decode("ascii").isprintable()


ONE = Document(
    name="a.txt",
    format="txt",
    sha256="00",
    blocks=(Block(0, BlockKind.PARAGRAPH, "We met.", cell=Cell(0, 0, 0)),),
    gaps=(Gap("page", "gone", 1, 0),),
    changes=(Change("move", "x"),),
    pictures=(Picture("a"),),
    mended=(("b", 2),),
)
HEAD, BLOCK, GAP, CHANGE, PICTURE = map(json.loads, to_wire([ONE]).splitlines())
FORMS = {
    "nothing": [],
    "a number": [3],
    "nothing at all": [None],
    "a text": ["error"],
    "a list": [["error"]],
    "a truth": [True],
    "an empty form": [{}],
    "an unknown form": [{"paper": {}}],
    "an error that is none": [{"error": None}],
    "an error of a text": [{"error": "abcd"}],
    "an error of too few words": [{"error": ["a", "b", "c"]}],
    "an error of too many words": [{"error": ["a", "b", "c", "d", "e"]}],
    "an error of numbers": [{"error": [1, 2, 3, 4]}],
    "an error of a form": [{"error": {"a": 1, "b": 2, "c": 3, "d": 4}}],
    "a document that is none": [{"document": None}],
    "a document that is a list": [{"document": []}],
    "an empty document": [{"document": {}}],
    "too few lines": [HEAD, BLOCK, GAP, CHANGE],
    "too many lines": [HEAD, BLOCK, GAP, CHANGE, PICTURE, PICTURE],
    "lines in another order": [HEAD, GAP, BLOCK, CHANGE, PICTURE],
    "a head alone": [HEAD],
}
SPOILT: dict[str, tuple[int, str, object]] = {
    "name of a number": (0, "name", 3),
    "blocks below 0": (0, "blocks", -1),
    "blocks without number": (0, "blocks", "1"),
    "blocks in a list": (0, "blocks", []),
    "blocks beyond number": (0, "blocks", 10**30),
    "blocks in parts": (0, "blocks", 1.0),
    "blocks that are true": (0, "blocks", True),
    "pages in parts": (0, "pages", 2.5),
    "pages without end": (0, "pages", float("inf")),
    "mended by a form": (0, "mended", {"a": 1}),
    "mended by a text": (0, "mended", "ab"),
    "mended by three": (0, "mended", [["a", 1, 2]]),
    "number of another": (1, "number", 1),
    "kind unknown": (1, "kind", "poem"),
    "kind of a list": (1, "kind", []),
    "text of nothing": (1, "text", None),
    "text of a list": (1, "text", ["We met."]),
    "page below 0": (1, "page", -3),
    "cell of a list": (1, "cell", [0, 0, 0, False]),
    "cell of a number": (1, "cell", 3),
    "cell without a place": (1, "cell", {"table": 0}),
    "cell that may be": (1, "cell", {"table": 0, "row": 0, "column": 0, "is_header": 1}),
    "section of a number": (1, "section", 1),
    "gap that is serious perhaps": (2, "serious", "yes"),
    "gap beside no block": (2, "block", 1),
    "change of nothing": (3, "kind", None),
    "change beside no block": (3, "block", 99),
    "picture without words": (4, "alt", None),
    "picture beside no block": (4, "block", 2**70),
}


@pytest.mark.parametrize("forms", FORMS.values(), ids=FORMS)
def test_forms_that_we_do_not_send_are_not_believed(forms: list[object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_wire(json.dumps(form).encode() + b"\n" for form in forms)


@pytest.mark.parametrize(("line", "field", "value"), SPOILT.values(), ids=SPOILT)
def test_a_document_with_one_field_spoilt_is_not_believed(
    line: int, field: str, value: object
) -> None:
    forms = json.loads(json.dumps([HEAD, BLOCK, GAP, CHANGE, PICTURE]))
    (forms[0]["document"] if line == 0 else forms[line])[field] = value
    with pytest.raises(ValueError, match=r"."):
        from_wire(json.dumps(form).encode() + b"\n" for form in forms)


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"{", b"\xff\xfe", b"nonsense", b"[" * 100_000, b'{"a":' * 100_000, b"9" * 5000,
     b'{"error":["\xe9","b","c","d"]}', b"NaN", b'{"error":["a","b","c","d"]} more', b"\0" * 50,
     "{}".encode("utf-16")],
    ids=lambda data: repr(data[:20]),
)  # fmt: skip
def test_bytes_that_are_no_forms_are_not_believed(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_wire(BytesIO(data))


VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, -1, 2**70, 1.5, "", "x", [], {}, [[]], float("nan")]
)


def spoil(form: Any, draw: st.DrawFn) -> Any:
    """Return a form with something in it changed, taken out or doubled."""
    if isinstance(form, dict) and form and draw(st.booleans()):
        key = draw(st.sampled_from(sorted(form)))
        changed = {**form, key: spoil(form[key], draw)}
        if draw(st.integers(0, 4)) == 0:
            del changed[key]
        return changed
    if isinstance(form, list) and form and draw(st.booleans()):
        at = draw(st.integers(0, len(form) - 1))
        return [*form[:at], *[spoil(form[at], draw)] * draw(st.integers(0, 2)), *form[at + 1 :]]
    return draw(VALUES)


@settings(deadline=None)
@given(PAPERS, st.data())
def test_a_spoilt_form_is_read_or_refused_and_nothing_else(
    papers: list[Outcome], data: st.DataObject
) -> None:
    forms = [json.loads(line) for line in to_wire(papers).splitlines()]

    @st.composite
    def spoilt(draw: st.DrawFn) -> list[Any]:
        changed: list[Any] = spoil(forms, draw)
        return changed if isinstance(changed, list) else [changed]

    lines = [json.dumps(form).encode() + b"\n" for form in data.draw(spoilt())]
    try:
        back = from_wire(lines)
    except ValueError:
        return
    assert all(isinstance(paper, Document | PaperError) for paper in back)


@settings(deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused_and_nothing_else(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_wire(BytesIO(data))

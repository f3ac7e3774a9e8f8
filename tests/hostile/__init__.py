"""Hostile files of our own making: small recipes here, and the files themselves at run time.

Each recipe is a function without arguments, and gives the same bytes each time. None
of them comes from anybody else's collection.
"""

from collections.abc import Callable, Iterator

from hostile import letters, others, pages, pdf_broken, pdf_pages, pdfs, word, word_parts, zips

CASES: dict[str, Callable[[], bytes]] = {}
for _theme in (zips, word, word_parts, pdfs, pdf_pages, pdf_broken, others, letters, pages):
    _twice = CASES.keys() & _theme.CASES.keys()
    assert not _twice, f"two recipes have the names {_twice}"
    CASES.update(_theme.CASES)

# These are made to need more than anybody has. All others have to be read, or refused, in time.
MAY_REACH_A_LIMIT = {
    "root-is-itself.pdf",
    "mail-attached-pdf-in-a-ring.eml",
    "mail-attached-bombs-20.eml",
    "flate-bomb.pdf",
    "flate-bomb-packed-twice.pdf",
    "run-length-bomb.pdf",
    "xref-widths-of-nothing.pdf",
    "xref-widths-of-8.pdf",
    "xref-size-2-to-63.pdf",
    "font-letters-of-500-each.pdf",
    "forms-10-to-the-10.pdf",
    "forms-2-to-the-20.pdf",
    "forms-call-each-other.pdf",
    "begun-100000-times.pdf",
    "page-attributes-100000.html",  # libxml2 compares each attribute with all before it
}


def files() -> Iterator[tuple[str, bytes]]:
    """Yield every hostile file, its name and its bytes."""
    for name, make in CASES.items():
        yield name, make()

"""Read papers into Documents, whatever kind of file they are, in a process of their own."""

from pathlib import Path

from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read.bounded import BoundedReader, read_papers
from plainspeak.read.limits import SUFFIXES, Limits

__all__ = ["SUFFIXES", "BoundedReader", "Limits", "read", "read_papers"]


def read(path: Path | str, limits: Limits | None = None, *, ocr: bool = False) -> Document:
    """Read one paper: Word, PDF, OpenDocument, PowerPoint, web page, text or Markdown.

    ``ocr`` reads pages that are pictures with Tesseract, where that is installed. The
    kind of file is told by its content. Raises PaperError, whose message is one
    line, when the file cannot be read, or when it holds several papers.
    """
    with BoundedReader(limits or Limits(), ocr=ocr) as reader:
        papers = reader.read(Path(path))
    if len(papers) > 1:
        cure = "use read_papers to read each of them"
        raise PaperError(Path(path).name, "several-papers", "holds several papers", cure)
    paper = papers[0]
    if isinstance(paper, PaperError):
        raise paper
    return paper

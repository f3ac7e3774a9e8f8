"""Read a page that is a picture with Tesseract, a program that recognises words."""

import shutil
import subprocess
from collections.abc import Callable

import pypdfium2 as pdfium

# Takes a grey picture of a page (PGM) and returns its words, with an empty line
# between paragraphs; None where it fails.
Ocr = Callable[[bytes], str | None]

DOTS = 300  # an inch: what Tesseract's makers advise
_POINTS = 72
_MOST_DOTS = 40_000_000
SECONDS = 60


def is_installed() -> bool:
    """Tell whether Tesseract is there to be used."""
    return shutil.which("tesseract") is not None


def picture_of(page: pdfium.PdfPage) -> bytes:
    """Return a page as a grey picture, smaller than usual where the page is vast."""
    wide, high = page.get_size()
    scale = DOTS / _POINTS
    scale = min(scale, (_MOST_DOTS / max(1.0, wide * high)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        data = bytes(bitmap.buffer)
        rows = (data[y * bitmap.stride :][: bitmap.width] for y in range(bitmap.height))
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
    finally:
        bitmap.close()


def recognise(picture: bytes, seconds: float = SECONDS) -> str | None:
    """Return the words of a picture as Tesseract reads them, or None where it cannot."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    command = [program, "stdin", "stdout", "-l", "eng", "--dpi", str(DOTS)]
    try:
        done = subprocess.run(  # noqa: S603 - the program's own path, and no words of the paper
            command, input=picture, capture_output=True, timeout=seconds, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None

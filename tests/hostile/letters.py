"""Hostile mails: parts in parts, headers without end, lies about letters and packing."""

import base64
from collections.abc import Callable

from hostile import pdfs, zips
from hostile.build import word

HEAD = "From: a@example.org\r\nTo: b@example.org\r\nSubject: Papers\r\nMIME-Version: 1.0\r\n"
SAYS = "We met in May. We read the plan with care."
PLAIN = f"Content-Type: text/plain\r\n\r\n{SAYS}\r\n"


def mail(rest: str = PLAIN, more: str = "") -> bytes:
    return (HEAD + more + rest).encode("utf-8", "surrogateescape")


def parted(*parts: str, kind: str = "mixed", mark: str = "cut", end: bool = True) -> str:
    inside = "".join(f"--{mark}\r\n{part}\r\n" for part in parts)
    last = f"--{mark}--\r\n" if end else ""
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\r\n\r\n{inside}{last}'


def attached(name: str, data: bytes, kind: str = "application/octet-stream") -> str:
    packed = base64.encodebytes(data).decode()
    return (
        f'Content-Type: {kind}; name="{name}"\r\nContent-Transfer-Encoding: base64\r\n'
        f'Content-Disposition: attachment; filename="{name}"\r\n\r\n{packed}'
    )


def in_parts(depth: int, *, one_mark: bool = False) -> str:
    inside = PLAIN
    for level in range(depth):
        inside = parted(inside, mark="cut" if one_mark else f"cut{level}")
    return inside


def in_mails(depth: int) -> str:
    inside = PLAIN
    for level in range(depth):
        inner = HEAD + inside
        inside = parted(f"Content-Type: message/rfc822\r\n\r\n{inner}", PLAIN, mark=f"m{level}")
    return inside


def said_to_be(kind: str, packing: str, body: str) -> str:
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {packing}\r\n\r\n{body}\r\n"


CODE = "=?utf-8?q?=41?= "
MAILS: dict[str, Callable[[], bytes]] = {
    "mails-3-deep": lambda: mail(in_mails(3)),
    "mails-100-deep": lambda: mail(in_mails(100)),
    "mails-side-by-side-400": lambda: mail(
        parted(*[f"Content-Type: message/rfc822\r\n\r\n{HEAD}{PLAIN}"] * 400)
    ),
    "parts-15-deep": lambda: mail(in_parts(15)),
    "parts-300-deep": lambda: mail(in_parts(300)),
    "parts-3000-deep": lambda: mail(in_parts(3000)),
    "parts-100-deep-of-one-mark": lambda: mail(in_parts(100, one_mark=True)),
    "attachments-400": lambda: mail(parted(PLAIN, *[attached("a.txt", SAYS.encode())] * 400)),
    "attachments-10000": lambda: mail(parted(PLAIN, *[attached("a.txt", b"x")] * 10_000)),
    "attachments-of-no-kind-1000": lambda: mail(parted(*["\r\nx"] * 1000)),
    "attached-bomb": lambda: mail(
        parted(PLAIN, attached("a.docx", zips.CASES["bomb-of-empty-paragraphs.docx"]()))
    ),
    "attached-bombs-20": lambda: mail(
        parted(*[attached("a.docx", zips.CASES["bomb-of-empty-paragraphs.docx"]())] * 20)
    ),
    "attached-zip": lambda: mail(
        parted(PLAIN, attached("a.zip", zips.CASES["zip-in-zips-20-deep.zip"]()))
    ),
    "attached-pdf-in-a-ring": lambda: mail(
        parted(PLAIN, attached("a.pdf", pdfs.CASES["root-is-itself.pdf"]()))
    ),
    "attached-word-said-to-be-text": lambda: mail(
        parted(PLAIN, attached("a.txt", word(), "text/plain"))
    ),
    "attached-names-that-go-up": lambda: mail(
        parted(attached("../../../../tmp/x.txt", SAYS.encode()), attached("/etc/passwd", b"x"))
    ),
    "attached-names-with-line-ends": lambda: mail(
        parted(
            PLAIN.replace("text/plain", "text/plain; name*=utf-8''a%0D%0A%1B%5B31m%E2%80%AE.txt")
        )
    ),
    "attached-base64-of-noise": lambda: mail(
        parted(PLAIN, said_to_be("application/pdf", "base64", "=!*%£" * 20_000))
    ),
    "base64-30-mib": lambda: mail(
        parted(PLAIN, attached("a.pdf", b"%PDF-1.7\n" + bytes(22 * 2**20)))
    ),
    "letters-unknown": lambda: mail(
        said_to_be("text/plain; charset=no-such-letters", "8bit", SAYS)
    ),
    "letters-of-a-packer": lambda: mail(
        said_to_be("text/plain; charset=zlib_codec", "base64", "eJxLBAAAQgBC")
    ),
    "letters-of-a-program": lambda: mail(
        said_to_be("text/plain; charset=unicode_escape", "8bit", "\\ud800\\x1b[31m\\u202e")
    ),
    "letters-of-utf-7": lambda: mail(
        said_to_be("text/plain; charset=utf-7", "7bit", "+2AA- +//8-")
    ),
    "letters-idna": lambda: mail(
        said_to_be("text/plain; charset=idna", "7bit", "xn--" + "a" * 100_000)
    ),
    "letters-punycode": lambda: mail(
        said_to_be("text/plain; charset=punycode", "7bit", "a-" + "b" * 200_000)
    ),
    "letters-name-of-1-mib": lambda: mail(
        said_to_be(f"text/plain; charset={'x' * 2**20}", "8bit", "x")
    ),
    "letters-with-a-null": lambda: mail(said_to_be('text/plain; charset="a\0b"', "8bit", SAYS)),
    "packing-unknown": lambda: mail(said_to_be("text/plain", "x-no-such", SAYS)),
    "packing-uuencode": lambda: mail(
        said_to_be("text/plain", "x-uuencode", "begin 644 /etc/passwd\r\n#86)C\r\nend")
    ),
    "packing-quoted-noise": lambda: mail(
        said_to_be("text/plain", "quoted-printable", "=" * 200_000)
    ),
    "mark-missing": lambda: mail("Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\nwe met\r\n--x--"),
    "mark-empty": lambda: mail(parted(PLAIN, mark="")),
    "mark-of-1-mib": lambda: mail(parted(PLAIN, mark="x" * 2**20)),
    "mark-never-ends": lambda: mail(parted(PLAIN, PLAIN, end=False)),
    "mark-begins-another": lambda: mail(parted(parted(PLAIN, mark="cut-in"), PLAIN, mark="cut")),
    "marks-100000": lambda: mail(parted(PLAIN) + "--cut\r\n" * 100_000),
    "head-of-1-mib": lambda: mail(more=f"X-Long: {'x' * 2**20}\r\n"),
    "heads-100000": lambda: mail(more="X-Many: x\r\n" * 100_000),
    "head-folded-100000-times": lambda: mail(more="X-Fold: x\r\n" + " y\r\n" * 100_000),
    "head-of-coded-words": lambda: mail(more=f"Subject: {CODE * 20_000}\r\n"),
    "head-of-broken-coded-words": lambda: mail(more=f"Subject: {'=?utf-8?b?' * 20_000}\r\n"),
    "head-of-50000-people": lambda: mail(more=f"To: {'a@example.org, ' * 50_000}\r\n"),
    "head-of-comments": lambda: mail(more=f"To: {'(' * 50_000}\r\nDate: {'(' * 50_000}\r\n"),
    "head-of-quotes": lambda: mail(more=f"From: {chr(34) * 50_001}{'<' * 50_000}\r\n"),
    "head-of-a-type-of-1-mib": lambda: mail(f"Content-Type: {'text/plain;' * 2**17}\r\n\r\nx"),
    "head-in-2000-pieces": lambda: mail(
        "Content-Type: text/plain"
        + "".join(f";\r\n name*{n}*=utf-8''%41" for n in range(2000))
        + "\r\n\r\nx"
    ),
    "head-of-control-marks": lambda: mail(more="Subject: \x1b[31m\x07\x08\u202e\x85red\r\n"),
    "head-of-half-pairs": lambda: mail(more="Subject: \udcff\udc80 =?utf-16?b?2ADYAA==?=\r\n"),
    "head-of-a-date-far-away": lambda: mail(
        more="Date: Mon, 99 Foo 99999999999 99:99:99 +9999\r\n"
    ),
    "head-only": lambda: HEAD.encode(),
    "head-never-ends": lambda: HEAD.encode() + b"Subject: " + b"x" * 500_000,
    "partial": lambda: mail(
        'Content-Type: message/partial; id="x"; number=1; total=999999\r\n\r\nx'
    ),
    "report": lambda: mail(
        parted(
            PLAIN,
            "Content-Type: message/delivery-status\r\n\r\n" + "A: b\r\n\r\n" * 3000,
            kind="report",
        )
    ),
    "versions-300": lambda: mail(parted(*[PLAIN] * 300, kind="alternative")),
    "signed-noise": lambda: mail(parted(PLAIN, attached("smime.p7s", bytes(99)), kind="signed")),
    "locked": lambda: mail(
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nMIIB"
    ),
    "winmail": lambda: mail(parted(attached("winmail.dat", b"\x78\x9f\x3e\x22" + bytes(9999)))),
    "html-only-deep": lambda: mail(f"Content-Type: text/html\r\n\r\n{'<div>' * 50_000}{SAYS}"),
    "text-of-3-million": lambda: mail(f"Content-Type: text/plain\r\n\r\n{'words ' * 500_000}"),
    "quotes-100000": lambda: mail(PLAIN + "> > > yes\r\nno\r\n" * 50_000),
    "flowed-100000": lambda: mail(
        "Content-Type: text/plain; format=flowed\r\n\r\n" + "and so \r\n" * 100_000
    ),
    "of-null-bytes": lambda: mail(PLAIN + "\0" * 5000),
    "lines-of-carriage-returns": lambda: mail(PLAIN + "\r" * 200_000),
}
CASES = {f"mail-{name}.eml": make for name, make in MAILS.items()}

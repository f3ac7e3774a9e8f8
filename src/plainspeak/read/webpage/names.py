"""What the elements of a web page are for."""

from typing import Final

from plainspeak.document import BlockKind

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}

# What begins and ends a paragraph. All other elements stand inside a line.
BLOCKS: Final = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main
    menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr
    ul html""".split()
)
# Not on the page, or not words of it.
UNREAD: Final = frozenset(
    """script style template noscript head iframe object embed svg math audio video canvas
    select textarea datalist map noframes frameset input rp rt""".split()
)
GAPS: Final = {
    "iframe": ("another page", "It is a page of its own, shown inside this one."),
    "frameset": ("another page", "The page is made of other pages."),
    "object": ("another file", "It is a file of its own, shown inside the page."),
    "embed": ("another file", "It is a file of its own, shown inside the page."),
    "math": ("equation", "Its signs and numbers are not text."),
    "audio": ("sound", "Its words are not read."),
    "video": ("video", "Its words are not read."),
}
PLACES: Final = {
    "nav": BlockKind.CONTENTS,
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.CODE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "header": BlockKind.HEADER,
    "footer": BlockKind.FOOTER,
}
# A header or footer inside one of these is that of a part, not of the page.
PARTS: Final = frozenset({"article", "aside", "main", "section", "blockquote", "td", "th"})
ROLES: Final = {
    "navigation": BlockKind.CONTENTS,
    "doc-toc": BlockKind.CONTENTS,
    "banner": BlockKind.HEADER,
    "contentinfo": BlockKind.FOOTER,
    "doc-footnote": BlockKind.FOOTNOTE,
    "doc-endnote": BlockKind.ENDNOTE,
    "doc-endnotes": BlockKind.ENDNOTE,
    "doc-bibliography": BlockKind.REFERENCE,
}
LAYOUT: Final = frozenset({"presentation", "none"})

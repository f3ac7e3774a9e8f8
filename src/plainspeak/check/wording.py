"""Put words together for a finding: fill a message, keep a capital."""

from plainspeak.check.paper import Place


def fill(message: str, **words: str) -> str:
    """Return a rule's message with its places filled; ``replaced_by`` fills {replaced-by}."""
    for name, value in words.items():
        message = message.replace("{" + name.replace("_", "-") + "}", value)
    return message


def with_capital_of(place: Place, words: str) -> str:
    """Return better words with a capital where the flagged words have one to open a sentence."""
    text = place.text
    if text[:1].isupper() and (place.opens_sentence or not text[:1].islower()):
        return words[:1].upper() + words[1:]
    return words

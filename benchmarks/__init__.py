"""Commands that measure PlainSpeak; the docs say what they gave."""

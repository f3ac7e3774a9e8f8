"""The limits of what is read, in one place. The docs on reading say why each is so."""

MOST_BYTES = 50 * 2**20  # of one file
MOST_CHARACTERS = 2_000_000  # of text in one paper

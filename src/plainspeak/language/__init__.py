"""The English language: words, sentences, forms of words, syllables and parts of speech."""

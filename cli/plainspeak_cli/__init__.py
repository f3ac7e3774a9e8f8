"""The command line of PlainSpeak."""

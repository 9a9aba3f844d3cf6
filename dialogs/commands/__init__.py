"""Commands: words that work everywhere; one file a command, found by a folder scan."""

"""Teams as the bot meets it: turns, sends and tokens."""

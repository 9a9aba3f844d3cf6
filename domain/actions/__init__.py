"""Actions: what is to be done, by whom and when, until somebody signs it off."""

"""The commands of ``app.py``, one file a noun; each gets what app.py has built."""

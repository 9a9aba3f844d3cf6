"""The Standard Safeguarding Dataset: one set of CSV tables out of every case system.

Names of tables and columns are the dataset's own. Only references, teams, workers and dates are
taken.
"""

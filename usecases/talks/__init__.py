"""Talks of an audit, the family's part, new auditors, the monthly session."""

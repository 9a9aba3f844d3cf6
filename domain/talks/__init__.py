"""Talks that belong to an audit: with the worker, between auditors, with the family."""

"""Cards of talks: with the worker, between auditors, with the family, and afterwards."""

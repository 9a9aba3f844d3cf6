"""Audits: allocation, notice, grading, receipt, findings."""

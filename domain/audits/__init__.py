"""Rules about audits."""

"""Opening cycles and moving audits on."""

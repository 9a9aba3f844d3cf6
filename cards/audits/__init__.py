"""Cards about audits."""

"""What follows from a final grade: alerts, reviews, re-audits, talks, recommendations."""

"""Everything that knows APScheduler."""

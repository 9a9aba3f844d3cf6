"""Cards of moderation."""

"""Lists that coordinators drop into their chat with the bot."""

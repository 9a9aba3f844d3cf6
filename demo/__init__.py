"""A fictional council to try the bot with, and Microsoft's local Teams client to try it in."""

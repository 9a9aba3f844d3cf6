"""How what is in the outbox reaches people."""

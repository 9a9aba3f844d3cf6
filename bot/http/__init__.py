"""The door: who may come in, what they brought, and where it goes."""

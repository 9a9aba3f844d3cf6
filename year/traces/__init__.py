"""How what reached somebody leads back to the entry of the framework that caused it."""

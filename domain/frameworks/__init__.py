"""Rules about frameworks: what a council's file may say, and whether it makes sense."""

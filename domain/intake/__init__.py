"""What comes in from outside: complaints, compliments, consultations; never who is meant."""

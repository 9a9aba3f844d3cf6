"""Rules about one's own days: leave, snoozes, hand-overs, the calendar in chat."""

"""The council's calendar: activities and reports, opened in time, noted, passed."""

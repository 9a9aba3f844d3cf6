"""What somebody sends and somebody else passes or returns: themes, plans, reports, dates."""

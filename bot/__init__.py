"""Everything that knows Bot Framework, Teams and HTTP."""

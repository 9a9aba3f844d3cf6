"""Alerts between professionals: a talk first, then formally, then the next step up."""

"""Ticks: what the clock asks for; one file a tick, found by a folder scan."""

"""Forms: what may be typed on each card; one file a card, found by a folder scan."""

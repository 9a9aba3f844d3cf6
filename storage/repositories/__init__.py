"""One file per port: what the service keeps, as statements on one connection."""

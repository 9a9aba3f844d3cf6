"""Actions: kept, sent out, done, signed off, tracked."""

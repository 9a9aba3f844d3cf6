"""The rules of quality assurance: pure, without I/O, without a clock."""

"""The benchmarks, one a file; found by a scan."""

"""Approvals: asked for in time, sent, passed or returned, told of."""

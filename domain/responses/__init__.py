"""Immediate responses and serious incidents: the part where a child is safer tonight."""

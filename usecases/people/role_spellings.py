"""How a role may be written in a staff list: its key, its title, its short form."""

from __future__ import annotations

from domain.frameworks.framework import Framework


def role_spellings(framework: Framework) -> dict[str, str]:
    """The framework's key for each spelling of a role."""
    found = {role.short: key for key, role in framework.roles.items()}
    found |= {role.title: key for key, role in framework.roles.items()}
    return found | {key: key for key in framework.roles}

"""How a role may be written in a staff list: its key, its title, its short form."""

from __future__ import annotations

from collections.abc import Iterator

from domain.frameworks.framework import Framework
from domain.people.staff_list import roles_in


def role_spellings(framework: Framework) -> dict[str, str]:
    """The framework's key for each spelling of a role."""
    found = {role.short: key for key, role in framework.roles.items()}
    found |= {role.title: key for key, role in framework.roles.items()}
    return found | {key: key for key in framework.roles}


def unspeakable_roles(framework: Framework) -> Iterator[str]:
    """Roles whose title or short form gives another role in a staff list, or none at all.

    Asked of whatever reads staff lists, so that what is refused here would be refused there.
    """
    spellings = role_spellings(framework)
    for key, role in framework.roles.items():
        for field, spelling in (("title", role.title), ("short", role.short)):
            given = roles_in(spelling, spellings)
            if given != {key}:
                gives = f"gives {', '.join(sorted(given))}" if given else "gives nobody a role"
                yield (
                    f"roles.{key}.{field}: in a staff list {spelling!r} {gives}; "
                    "no two roles may be written alike, and a comma parts two roles"
                )

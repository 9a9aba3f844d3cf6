"""import ssd: the tables of the Standard Safeguarding Dataset, out of any case system."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.importing import DRY_RUN, FULL, end, say, tell
from cli.progress import Steps
from cli.service import OPERATOR, Open, run
from domain.calendar.wording import say_count
from domain.frameworks.spellings import role_spellings
from imports.mapping_files import load_titles
from imports.ssd.folder import SsdLists, read_ssd
from usecases.people.import_both import Both, import_both

TITLES = typer.Option("--titles", help='a TOML file of job titles: "Senior SW" = "social_worker"')


def add_to(group: typer.Typer, open_service: Open) -> None:
    """Add the command."""

    @group.command("ssd")
    def ssd(
        folder: Path,
        *,
        titles: Annotated[Path | None, TITLES] = None,
        dry_run: Annotated[bool, DRY_RUN] = False,
        full: Annotated[bool, FULL] = False,
    ) -> None:
        """Staff and cases out of a folder of ssd_*.csv; both or neither.

        Only references, teams, workers and dates are read. A job title that no role is known for
        leaves the roles of its people as they are.
        """
        run(_ssd(open_service, folder, titles, dry_run=dry_run, full=full))


async def _ssd(
    open_service: Open, folder: Path, titles: Path | None, *, dry_run: bool, full: bool
) -> None:
    with Steps(2) as step:
        async with open_service() as service, service.units() as uow:
            roles = role_spellings(service.council.framework)
            own = load_titles(titles, roles) if titles else {}
            step("Reading the tables")
            lists = read_ssd(folder, roles | own)
            step("Checking and writing")
            both = await import_both(
                uow,
                lists.people,
                lists.cases,
                roles=roles,
                full=full,
                dry_run=dry_run,
                now=service.clock(),
                actor=OPERATOR,
            )
    _say(lists, both, dry_run=dry_run)


def _say(lists: SsdLists, both: Both, *, dry_run: bool) -> None:
    held_back = dry_run or both.faulty
    tell("Staff, by the rows of ssd_professionals.csv")
    say(both.people, dry_run=held_back)
    if both.cases:
        tell("Cases, by the rows of ssd_person.csv")
        say(both.cases, dry_run=held_back)
    if lists.untitled:
        tell("Job titles without a role; give them one in a file for --titles:")
        tell(*(f"{title}: {say_count(n, 'person', 'people')}" for title, n in _by_count(lists)))
    if lists.strangers:
        count = say_count(lists.strangers, "child is", "children are")
        tell(f"{count} not in ssd_person.csv and left out.")
    end(faulty=both.faulty)


def _by_count(lists: SsdLists) -> list[tuple[str, int]]:
    return sorted(lists.untitled.items(), key=lambda pair: (-pair[1], pair[0]))

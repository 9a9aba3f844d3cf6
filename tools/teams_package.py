"""Zips the Teams app for the administrator who uploads it, with the council's own ids in it.

``python -m tools.teams_package --app-id GUID --site https://…`` writes var/practice-loop.zip.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "teams_app"
OUT = ROOT / "var" / "practice-loop.zip"
GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SITE = "https://practice-loop.example"
ICONS = ("color.png", "outline.png")

Json = dict[str, Any]


class PackageError(ValueError):
    """What was given makes no package that Teams would take."""


def manifest(app_id: str, site: str = SITE) -> Json:
    """The manifest with these in it; raises PackageError.

    ``site`` is where the council keeps its pages on privacy and terms.
    """
    wanted, at = app_id.strip().lower(), site.rstrip("/")
    if not GUID.fullmatch(wanted) or set(wanted) == {"0", "-"}:
        raise PackageError("The app id is no GUID: take MicrosoftAppId of the bot's registration.")
    if not re.fullmatch(r"https://[^\s/]+(?:/\S*)?", at):
        raise PackageError("The site must begin with https://, or Teams refuses the app.")
    text = (FOLDER / "manifest.json").read_text("utf-8").replace(SITE, at)
    made: Json = json.loads(text)
    made["id"] = wanted
    for part in (*made["bots"], *made["composeExtensions"]):
        part["botId"] = wanted
    return made


def write(out: Path, made: Json) -> None:
    """The zip: manifest and icons at its top, as Teams wants them."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("manifest.json", json.dumps(made, indent=2, ensure_ascii=False))
        for name in ICONS:
            package.write(FOLDER / name, name)


def main(arguments: Sequence[str] | None = None) -> str:
    """Write the package; gives the line that says where."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--app-id", required=True, help="MicrosoftAppId of the bot's registration")
    asked.add_argument("--site", default=SITE, help="where privacy and terms can be read")
    asked.add_argument("--out", type=Path, default=OUT)
    given = asked.parse_args(arguments)
    write(given.out, manifest(given.app_id, given.site))
    return f"Wrote {given.out.name}: upload it in the Teams admin centre, under Manage apps."


if __name__ == "__main__":
    print(main())  # noqa: T201 - a program that says what it wrote

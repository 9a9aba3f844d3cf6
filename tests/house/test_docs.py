from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEPENDENCIES = ROOT / "docs" / "decisions" / "0003-dependencies.md"
NAMED_FILE = re.compile(r"`((?:[\w.-]+/)*[\w.-]+(?:\.(?:py|toml|md|txt|json|csv|ya?ml)|/))`")
MADE_AT_RUN_TIME = ("var/", "node_modules/", ".venv/")


def files() -> list[Path]:
    """Everything that is committed, or would be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git is git
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for line in listed.stdout.splitlines() if (path := ROOT / line).is_file()]


def texts() -> list[tuple[str, str]]:
    """Name and text of every file that is one."""
    found = []
    for path in files():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_text("utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def documents() -> list[Path]:
    return [path for path in files() if path.suffix == ".md"]


def pinned(name: str) -> set[str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return {re.split(r"[\[=]", line)[0] for line in lines if re.match(r"[A-Za-z]", line)}


def explained(heading: str) -> dict[str, str]:
    section = DEPENDENCIES.read_text("utf-8").split(f"### {heading}\n")[1].split("\n#")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", section, re.MULTILINE)
    return {package: why for package, why in rows if package != "package"}


@pytest.mark.parametrize(
    ("heading", "packages"),
    [
        ("The service", pinned("requirements.txt")),
        ("Tests and checks", pinned("requirements-dev.txt")),
        (
            "From npm, for the demo and tests",
            set(json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]),
        ),
    ],
)
def test_every_package_says_why_it_is_here_and_nothing_else_does(
    heading: str, packages: set[str]
) -> None:
    assert explained(heading).keys() == packages
    assert all(len(why) > 10 for why in explained(heading).values())


def test_every_package_is_pinned_exactly() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "constraints.txt"):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        packages = [line for line in lines if line and not line.startswith(("#", "-r "))]
        assert all(re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+", line) for line in packages), name


def test_the_constraints_hold_the_versions_that_are_asked_for() -> None:
    def versions(name: str) -> dict[str, str]:
        lines = (ROOT / name).read_text("utf-8").splitlines()
        pairs = [line.split("==") for line in lines if "==" in line]
        return {re.sub(r"\[.*|[_.]", "-", key).strip("-").lower(): value for key, value in pairs}

    asked = versions("requirements.txt") | versions("requirements-dev.txt")
    assert asked.items() <= versions("constraints.txt").items()


def test_no_file_holds_a_path_of_somebodys_machine_or_the_host_of_a_registry() -> None:
    # put together here, so that this file does not hold them
    never = re.compile(
        "|".join(
            [
                r"(?<![\w.])/" + r"(?:home|Users|work)/\w",
                r"py" + r"pi\.org|python" + r"hosted\.org",
                r"registry\." + r"(?:npmjs|yarnpkg)",
            ]
        )
    )
    found = {f"{name}: {hit.group()}" for name, text in texts() if (hit := never.search(text))}
    assert found == set()


def test_e_mail_addresses_lead_nowhere() -> None:
    address = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})\b")
    found = {
        f"{name}: {hit.group()}"
        for name, text in texts()
        for hit in address.finditer(text)
        if not re.search(r"(^|\.)(example\.(org|com|net)|example)$", hit.group(1))
    }
    assert found == set()


def test_every_folder_is_in_the_architecture() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE))
    there = {path.relative_to(ROOT).parts[0] for path in files() if path.parent != ROOT}
    assert named == {name for name in there if not name.startswith(".")}


def test_the_glossary_is_in_order_and_says_each_word_once() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)[1:]
    words = [word for word, _ in rows]
    assert words == sorted(set(words))
    assert all(meaning.endswith(".") for _, meaning in rows)


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_every_file_that_a_document_names_is_there(path: Path) -> None:
    named = set(NAMED_FILE.findall(path.read_text("utf-8")))
    missing = {
        name
        for name in named
        if not name.startswith(MADE_AT_RUN_TIME)
        and not (ROOT / name).exists()
        and not (path.parent / name).exists()
    }
    assert missing - folders_told_by_their_parent(path) == set()


def folders_told_by_their_parent(path: Path) -> set[str]:
    """Nouns such as ``audits/`` that the text says are inside folders."""
    text = path.read_text("utf-8")
    return {name for name in re.findall(r"`(\w+/)`", text) if list(ROOT.glob(f"*/{name}"))}


def test_every_decision_says_when_why_and_what_becomes_harder() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in decisions]
    assert numbers == [f"{number:04}" for number in range(1, len(decisions) + 1)]
    for path in decisions:
        text = path.read_text("utf-8")
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], path.name
        assert re.search(r"^Date: \d{4}-\d\d-\d\d · Status: \w+", text, re.MULTILINE), path.name
        assert "Harder:" in text, path.name


def test_every_target_of_the_makefile_is_in_its_help_and_the_other_way_round() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert targets == re.findall(r"^([a-z0-9-]+):.*## ", text, re.MULTILINE)

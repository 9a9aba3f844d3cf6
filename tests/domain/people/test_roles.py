from __future__ import annotations

import pytest

from domain.people.roles import say_role, say_roles


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("cp_chair", "CP chair"),
        ("independent_reviewing_officer", "independent reviewing officer"),
        ("qa_practitioner", "QA practitioner"),
    ],
)
def test_keys_become_words(role: str, said: str) -> None:
    assert say_role(role) == said


def test_titles_of_the_framework_win() -> None:
    titles = {"sm": "Service manager", "psw": "PSW"}
    assert say_role("sm", titles) == "service manager"
    assert say_role("psw", titles) == "PSW"


def test_several_of_each_are_in_order_of_the_alphabet() -> None:
    roles = {"service_manager", "head_of_service", "assistant_deputy"}
    assert say_roles(roles) == "assistant deputies, heads of service and service managers"
    assert say_roles({"cp_chair", "iro"}, joint="or", count=1) == "CP chair or IRO"

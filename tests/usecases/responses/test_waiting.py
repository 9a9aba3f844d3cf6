"""Whatever was open waits while something is raised; and the talk where the worker has left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogs.forms.form import forms
from domain.focus import Focus
from domain.refs import Ref
from domain.responses.response import StepKind
from tests.cast import WILL
from tests.town import Town
from tests.usecases.responses.making import SAFEGUARDING, answers, looks, now_is, raised
from usecases.responses.writing import FORM

KINDS = sorted(set(forms()) - {FORM})


@pytest.mark.parametrize("ends", ["send", "give it up"])
async def test_every_form_waits_and_is_open_again_afterwards(sefton: Town, ends: str) -> None:
    await raised(sefton)
    cora = sefton.chat("cora")
    for kind in KINDS if ends == "give it up" else KINDS[:1]:
        open_form = Focus(kind=kind, subject=Ref("seat", "1"))
        async with sefton.units() as uow:
            await uow.focuses.set("cora", open_form, sefton.now)
            await uow.commit()
        await cora.says("raise C-24113")
        if ends == "send":
            done = await cora.press("send_response", trigger=SAFEGUARDING, facts="A bruise.")
        else:
            done = await cora.press("drop_response")
        assert done.done, done.notice
        assert "waits where you left it" in done.line
        assert await sefton.read(lambda uow: uow.focuses.of("cora")) == open_form, kind


async def test_a_draft_that_is_carried_on_with_goes_back_to_what_was_open_last(
    sefton: Town,
) -> None:
    await raised(sefton)
    cora = sefton.chat("cora")
    for number in ("1", "2"):
        async with sefton.units() as uow:
            await uow.focuses.set(
                "cora", Focus(kind="grading", subject=Ref("form", number)), sefton.now
            )
            await uow.commit()
        await cora.says("raise C-24113")
    assert (await cora.press("drop_response")).done
    focus = await sefton.read(lambda uow: uow.focuses.of("cora"))
    assert focus is not None
    assert focus.subject == Ref("form", "2")


async def test_the_talk_is_asked_for_once_the_record_has_a_worker_again(sefton: Town) -> None:
    await raised(sefton)
    await answers(sefton)
    assert (await sefton.chat("ada").press("close_response")).done
    await sefton.hires(replace(WILL, left_on=date(2026, 12, 10)))
    sefton.later(days=15)
    await looks(sefton)
    assert not (await now_is(sefton)).of_kind(StepKind.TALK_ASKED)
    assert not [duty for duty in await sefton.duties("theo") if duty.kind == "talk_response"]
    async with sefton.units() as uow:
        case = await uow.cases.get("C-24113")
        assert case is not None
        await uow.cases.put([replace(case, worker="wanda")])
        await uow.commit()
    sefton.later(days=32)
    await looks(sefton)
    assert [s.person_id for s in (await now_is(sefton)).of_kind(StepKind.TALK_ASKED)] == ["tess"]

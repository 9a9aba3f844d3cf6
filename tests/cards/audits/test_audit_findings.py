"""What an audit found, for those who read it."""

from __future__ import annotations

import json
from dataclasses import replace

from cards.audits.audit_findings import AreaFindings, AuditFindings, AuditorFindings
from cards.audits.parts import SeatHolder
from domain.refs import Ref
from tests.cards.walk import buttons, words

ADA = SeatHolder(label="lead auditor", name="Ada Okafor", role="Team Manager")
IVO = SeatHolder(label="peer auditor", name="Ivo Hart", role="IRO")
AREA = AreaFindings(
    number=1, name="Recording", grade="Good", strengths="Clear visits.", develop="Old chronology."
)
FOUND = AuditorFindings(auditor=ADA, areas=(AREA,), overall="Good", reason="It helped.")
CARD = AuditFindings(
    ref=Ref("audit", "7"),
    version=2,
    case="C-24113",
    programme="Deep dive audit",
    findings=(FOUND,),
)


def test_strengths_come_before_anything_else() -> None:
    read = words(CARD.render())
    order = [read.index(part) for part in ("Clear visits.", "Old chronology.", "Grades ▾")]
    assert order == sorted(order)


def test_it_says_whose_words_they_are() -> None:
    read = words(CARD.render())
    assert "What Ada Okafor found strong\nRecording: \nClear visits." in read
    assert "What would help, in Ada Okafor's words" in read


def test_two_auditors_have_a_section_each() -> None:
    both = replace(CARD, findings=(FOUND, replace(FOUND, auditor=IVO)))
    read = words(both.render())
    assert read.index("Lead auditor: Ada Okafor") < read.index("Peer auditor: Ivo Hart")


def test_an_auditor_without_words_has_no_empty_section() -> None:
    silent = replace(FOUND, auditor=IVO, areas=(replace(AREA, strengths="", develop=""),))
    read = words(replace(CARD, findings=(FOUND, silent)).render())
    assert "Lead auditor: Ada Okafor" in read
    assert "Peer auditor: Ivo Hart" not in read


def test_what_is_empty_is_left_out() -> None:
    bare = replace(AREA, strengths="", develop="", grade=None)
    found = replace(FOUND, areas=(bare,), overall=None, reason="")
    read = words(replace(CARD, findings=(found,)).render())
    assert "found strong" not in read
    assert "would help, in" not in read
    assert "Grades" not in read


def test_the_longest_findings_still_fit_and_say_that_they_were_cut() -> None:
    text = "Ein Ärmelkanal an jeder Ecke. " * 300
    areas = tuple(replace(AREA, number=n, strengths=text, develop=text) for n in range(12))
    both = (replace(FOUND, areas=areas), replace(FOUND, areas=areas, auditor=IVO))
    card = replace(CARD, findings=both).render()
    assert len(json.dumps(card, ensure_ascii=False).encode()) <= 24_000
    assert words(card).count("(the rest is in the audit record)") == 48


def test_short_findings_are_whole() -> None:
    assert "the rest is" not in words(CARD.render())


def test_reading_it_takes_the_button_away() -> None:
    assert buttons(CARD.render()) == ["I've read this"]
    assert buttons(replace(CARD, state="read").render()) == []


def test_others_read_of_the_record_not_of_their_work() -> None:
    assert "your work with this child" in words(CARD.render())
    assert "the work on this record" in words(replace(CARD, is_worker=False).render())


def test_grades_that_may_change_say_so() -> None:
    assert "Final" in words(CARD.render()).split("\n")
    assert "Not final yet" in words(replace(CARD, final=False).render())

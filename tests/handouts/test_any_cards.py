# SPDX-License-Identifier: MIT
"""Cards are made from whatever stands in a forum, on any sheet, and looked through."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from forumdesk.domain.agenda import CheckIn
from forumdesk.domain.people import Contact, Invitation, Name, Names, Participation, Person, Script
from forumdesk.domain.wording import Text
from forumdesk.handouts.card_options import Backs, Certificate, Marks, Order
from forumdesk.handouts.cards.content import CardsContent, printed_cards
from forumdesk.handouts.catalogue import HANDOUTS, handout, render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Options
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.stock import every_stock
from tests.handouts.cards import SIDES
from tests.handouts.dossiers import FORUM, NOON

words = st.text(max_size=30)
texts = st.builds(Text.of, st.dictionaries(st.sampled_from(("ko", "en", "ja")), words, max_size=3))
names = st.builds(
    Names.of, st.dictionaries(st.sampled_from(Script), st.builds(Name, words, words, words))
)
people = st.builds(
    Person,
    st.uuids().map(str),
    names,
    family_first=st.none() | st.booleans(),
    contacts=st.lists(st.builds(Contact, st.just("address"), words), max_size=2).map(tuple),
)


@st.composite
def participations(draw: st.DrawFn, person: str | None) -> Participation:
    return Participation(
        str(draw(st.uuids())),
        "edition",
        person,
        draw(st.sampled_from((None, "ksia", "sia"))),
        office=draw(texts),
        side=draw(st.sampled_from((None, "kr", "us"))),
        category=draw(words),
        status=draw(st.sampled_from(Invitation)),
        badge_name=draw(texts),
        table_name=draw(words),
        seat=draw(words),
        number=draw(st.none() | st.integers(1, 10**8)),
        rank=draw(st.none() | st.integers(1, 9)),
    )


options = st.builds(
    Options,
    languages=st.sampled_from((("ko", "en"), ("en",), ("ja", "ko"))),
    arrangement=st.sampled_from(Arrangement),
    theme=st.sampled_from(("modern", "plain", "ministerial")),
    certificate=st.sampled_from(Certificate),
    start=st.integers(0, 40),
    backs=st.sampled_from(Backs),
    marks=st.sampled_from(Marks),
    only_new=st.booleans(),
    blanks=st.integers(0, 3),
    statuses=st.just(tuple(Invitation)),
    order=st.sampled_from(Order),
)
CARDS = [one.name for one in HANDOUTS if one.cards]


@settings(deadline=None, max_examples=40)
@given(st.data(), st.sampled_from(CARDS), options)
def test_cards_of_any_forum_are_made(data: st.DataObject, kind: str, asked: Options) -> None:
    persons = data.draw(st.lists(people, max_size=4, unique_by=lambda person: person.id))
    found = [data.draw(participations(person.id)) for person in persons]
    found.append(data.draw(participations(None)))
    log = tuple(CheckIn(f"c-{one.id}", one.id, NOON) for one in found)
    dossier = replace(
        FORUM,
        sides=SIDES,
        images=(),
        people=tuple(persons),
        participations=tuple(found),
        parts=(),
        check_ins=log,
    )
    stock = data.draw(st.sampled_from([s for s in every_stock() if kind in s.handouts]))
    wanted = handout(kind).takes(replace(asked, stock=stock.name))
    content = handout(kind).build(dossier, wanted, Imprint())
    assert isinstance(content, CardsContent)
    made = render(kind, content, wanted)
    assert made.data.startswith(b"%PDF")
    assert made == render(kind, content, wanted)
    assert set(printed_cards(content)) <= {one.id for one in found}
    preflight(dossier, wanted, kind, made)

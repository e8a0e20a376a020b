# SPDX-License-Identifier: MIT
"""Any number of participants, made at one go."""

from datetime import date
from random import Random

from forumdesk.domain.forum import Edition, Series, Side
from forumdesk.domain.people import (
    Consent,
    Contact,
    Invitation,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile

FAMILIES = (
    *(("김", "Kim"), ("이", "Lee"), ("박", "Park"), ("최", "Choi"), ("정", "Jung")),
    *(("강", "Kang"), ("조", "Cho"), ("윤", "Yoon"), ("장", "Jang"), ("임", "Lim")),
)
GIVEN = (
    *(("민준", "Min-jun"), ("서연", "Seo-yeon"), ("도윤", "Do-yun"), ("하은", "Ha-eun")),
    *(("지호", "Ji-ho"), ("수빈", "Su-bin"), ("길동", "Gil-dong"), ("철수", "Cheol-su")),
    *(("영희", "Young-hee"), ("태성", "Tae-seong"), ("경환", "Kyung-hwan"), ("은주", "Eun-ju")),
)
FOREIGN = (("Raimondo", "Gina"), ("Müller", "Jörg"), ("O’Neil", "Sean"), ("Smith", "Ann"))
OFFICES = (("장관", "Minister"), ("과장", "Director"), ("대표이사", "CEO"), ("교수", "Professor"))
DAY = date(2026, 6, 27)


def fill(desk: ForumFile, count: int, seed: int = 7) -> Edition:
    """An edition with so many participants, always the same ones."""
    rng = Random(seed)
    series = Series(desk.new_id(), Text.of(ko="반도체 포럼", en="Semiconductor Forum"))
    edition = Edition(desk.new_id(), series.id, 1, first_day=DAY, last_day=DAY)
    names = (("한국", "Korea"), ("미국", "United States"))
    sides = [
        Side(desk.new_id(), edition.id, Text.of(ko=ko, en=en), position=n)
        for n, (ko, en) in enumerate(names)
    ]
    bodies = [
        Organization(desk.new_id(), Text.of(ko=f"기관 {n}", en=f"Institute {n}"))
        for n in range(max(3, min(count // 20, 3000)))
    ]
    people = [_person(desk, rng, number) for number in range(count)]
    with desk.step("Fill"):
        desk.put_all([series, edition, *sides, *bodies])
        desk.put_all(people)
        desk.put_all(
            Participation(
                desk.new_id(),
                edition.id,
                person.id,
                rng.choice(bodies).id,
                Text.of(dict(zip(("ko", "en"), rng.choice(OFFICES), strict=True))),
                sides[number % 2].id,
                rng.choice(("VIP", "guest", "press", "")),
                status=list(Invitation)[number % 7] if number % 3 else Invitation.ACCEPTED,
                number=number + 1,
                table_name=str(number % 40 + 1),
                consents=(Consent("list", True),) if number % 4 else (),
            )
            for number, person in enumerate(people)
        )
    return edition


def _person(desk: ForumFile, rng: Random, number: int) -> Person:
    if number % 9 == 0:
        names = {Script.LATIN: Name(*rng.choice(FOREIGN))}
    else:
        (ko, en), (given_ko, given_en) = rng.choice(FAMILIES), rng.choice(GIVEN)
        names = {Script.HANGUL: Name(ko, given_ko), Script.LATIN: Name(en, given_en)}
    contacts = (Contact("email", f"p{number}@example.org"),) if number % 5 else ()
    return Person(desk.new_id(), Names.of(names), contacts=contacts)

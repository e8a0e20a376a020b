# SPDX-License-Identifier: MIT
"""What the printed program says around its agenda: covers, speakers, agreements, commitments."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from forumdesk.domain.agenda import Part, Role
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Host, HostRole
from forumdesk.domain.outcomes import Commitment, CommitmentOwner, CommitmentStatus, Report
from forumdesk.domain.people import (
    Consent,
    Image,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import (
    Appearance,
    BackCover,
    Biography,
    Block,
    BlockKind,
    Cover,
    HostGroup,
    HostMark,
    Picture,
    PracticalNote,
    ProgramContent,
    Stamp,
    Wording,
)
from forumdesk.handouts.contents.program import program_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Audience, Options, Section
from forumdesk.handouts.outcomes import AgreementPage, NumberedAim, Promise, ReportLine, Signature
from tests.handouts.dossiers import (
    AGREEMENT,
    DOE,
    EDITION,
    FORUM,
    HONG,
    HOSTS,
    NOON,
    PARTICIPATIONS,
    SESSIONS,
    every_text,
    forum,
    titled,
    with_edition,
)


def ko_en(ko: str, en: str) -> Wording:
    return (("ko", ko), ("en", en))


def program(dossier: Dossier, options: Options | None = None) -> ProgramContent:
    return program_content(dossier, options or Options())


KSIA = HostMark(
    ko_en("한국협회", "Korea Association"),
    Picture(
        "logo",
        b"png",
        "image/png",
        40,
        20,
        ko_en("한국협회 로고", "Logo of Korea Association"),
    ),
)
SIA = HostMark(ko_en("미국협회", "U.S. Association"))
MINISTRY = HostGroup(
    ko_en("후원", "Supported by"), (HostMark(ko_en("산업부", "Ministry of Industry")),)
)


def test_the_cover_whole() -> None:
    assert program(forum()).cover == Cover(
        title=ko_en("제2회 칩 포럼", "2nd Chip Forum"),
        slogan=ko_en("함께", "Together"),
        hosts=(HostGroup(ko_en("공동 주최", "Co-hosted by"), (KSIA, SIA)), MINISTRY),
        dates=ko_en("2025년 9월 3일 수요일", "Wednesday, September 3, 2025"),
        venue=ko_en("큰집", "Great House"),
        city=ko_en("서울", "Seoul"),
    )


def test_hosts_of_one_rank_are_not_made_cohosts() -> None:
    equals = (HOSTS[0], replace(HOSTS[1], role=HostRole.HOST))
    cover = program(forum(hosts=equals)).cover
    assert cover is not None
    (group,) = cover.hosts
    assert group.role == ko_en("주최", "Hosted by")


@pytest.mark.parametrize("name", ["sia", "U.S. association", "미국 협회"])
def test_the_alternat_swaps_everything_together(name: str) -> None:
    content = program(forum(**AGREEMENT), Options(first_host=name))
    assert content.sheet.languages == ("en", "ko")
    assert content.cover is not None
    assert [tag for tag, _ in content.cover.title] == ["en", "ko"]
    (hosts, _) = content.cover.hosts
    assert [mark.name[0][1] for mark in hosts.hosts] == ["U.S. Association", "Korea Association"]
    (agreement,) = content.agreements
    assert [party[0][1] for party in agreement.parties] == ["U.S. Association", "Korea Association"]
    assert [one.name[0][1] for one in agreement.signatures[:2]] == ["Jane Doe", "Gil-dong Hong"]
    # Who opens is a matter of the agenda, not of the copy.
    assert content.agenda is not None
    parts = content.agenda.days[0].entries[0].parts
    assert [part.key for part in parts] == ["opens", "welcomes", "congratulates"]


def equals() -> Dossier:
    """Both presidents speak in the opening and sign, the guest first; both countries support."""
    commerce = Organization("commerce", Text.of(en="Department of Commerce"), country="US")
    seats = tuple(replace(p, grade="president") for p in PARTICIPATIONS)
    parts = (
        Part("p1", "open", "p-doe", Role.SPEAKS, 0),
        Part("p2", "open", "p-hong", Role.SPEAKS, 1),
        Part("p3", "talk", "p-doe", Role.SIGNS, 0),
        Part("p4", "talk", "p-ministry", Role.WITNESSES, 1),
        Part("p5", "talk", "p-hong", Role.SIGNS, 2),
    )
    told = tuple(replace(p, biography=Text.of(en="Told.")) for p in (HONG, DOE))
    return forum(
        organizations=(*FORUM.organizations, commerce),
        hosts=(Host("h0", "edition", "commerce", HostRole.SUPPORTER), *FORUM.hosts),
        participations=seats,
        people=told,
        parts=parts,
    )


@pytest.mark.parametrize(
    ("host", "supporters", "people"),
    [
        ("", ["Department of Commerce", "Ministry of Industry"], ["Jane Doe", "Gil-dong Hong"]),
        ("sia", ["Department of Commerce", "Ministry of Industry"], ["Jane Doe", "Gil-dong Hong"]),
        ("ksia", ["Ministry of Industry", "Department of Commerce"], ["Gil-dong Hong", "Jane Doe"]),
    ],
)
def test_the_alternat_goes_for_supporters_and_equals(
    host: str, supporters: list[str], people: list[str]
) -> None:
    content = program(equals(), Options(("en",), Arrangement.SINGLE, first_host=host))
    assert content.cover
    assert content.speakers
    assert content.agenda
    assert [mark.name[0][1] for mark in content.cover.hosts[1].hosts] == supporters
    assert [one.name[0][1] for one in content.speakers.biographies] == people
    opening, _, talk = content.agenda.days[0].entries
    assert [part.name[0][1] for part in opening.parts] == ["Jane Doe", "Gil-dong Hong"]
    first, second = people
    assert [(p.name or p.organization)[0][1] for p in talk.parts] == [
        first,
        "Ministry of Industry",
        second,
    ]


def test_many_speakers_are_found_by_family_name() -> None:
    names = [f"{chr(65 + 7 * n % 26)}a{n:02}" for n in range(41)]
    people = tuple(
        Person(
            f"q{n}",
            Names.of({Script.LATIN: Name(name, "Ann")}),
            family_first=False,
            biography=Text.of(en="Told."),
        )
        for n, name in enumerate(names)
    )
    crowd = forum(
        people=people,
        participations=tuple(Participation(f"s{n}", "edition", f"q{n}") for n in range(41)),
        parts=tuple(Part(f"p{n}", "open", f"s{n}", Role.DISCUSSES, n) for n in range(41)),
    )
    english = Options(("en",), Arrangement.SINGLE)
    found = program(crowd, english).speakers
    assert found
    told = [one.name[0][1] for one in found.biographies]
    assert told == [f"Ann {name}" for name in sorted(names)]
    assert found.order == (("en", "In the order of names."),)
    few = program(replace(crowd, parts=crowd.parts[:40]), english).speakers
    assert few
    assert few.order == ()
    assert [one.name[0][1] for one in few.biographies] == [f"Ann {name}" for name in names[:40]]


def test_of_unequal_rank_nobody_changes_places() -> None:
    dossier = equals()
    seats = tuple(
        replace(p, grade="minister") if p.id == "p-doe" else p for p in dossier.participations
    )
    found = program(replace(dossier, participations=seats), Options(first_host="ksia")).speakers
    assert found
    assert [one.anchor for one in found.biographies] == ["person-doe", "person-hong"]


def test_the_other_alternat_is_the_other_way_round() -> None:
    content = program(forum(**AGREEMENT), Options(("en", "ko"), first_host="ksia"))
    assert content.sheet.languages == ("ko", "en")
    assert content.agreements[0].parties[0][0] == ("ko", "한국협회")


def test_a_host_there_is_not_is_refused() -> None:
    with pytest.raises(ForumDeskError, match="TSIA"):
        program(forum(), Options(first_host="TSIA"))


def test_sections_left_out_are_not_there() -> None:
    nothing = program(forum(**AGREEMENT), Options(sections=()))
    assert nothing == ProgramContent(sheet=nothing.sheet, contents=False)
    only = program(forum(), Options(sections=(Section.NOTES,)))
    assert only.notes is not None
    assert only.notes.heading == ko_en("메모", "Notes")


def test_what_the_data_has_not_has_no_section() -> None:
    content = program(with_edition(venue=Text(), city=Text()))
    assert (content.welcome, content.practical, content.abstracts) == (None, None, None)
    assert (content.agreements, content.commitments) == ((), ())


def test_welcome_and_practical_notes() -> None:
    content = program(
        with_edition(
            welcome=Text.of(ko="안녕하십니까.\n반갑습니다.", en="Welcome."),
            address=Text.of(en="1 Main Street\nSeoul"),
            map_link="https://maps.example/x",
            wifi=Text.of(en="Guest / 1234"),
            practical=Text.of(ko="- 마스크", en="- Masks"),
        )
    )
    assert content.welcome is not None
    assert content.welcome.text[0] == ("ko", (Block("안녕하십니까."), Block("반갑습니다.")))
    address = (Block("1 Main Street"), Block("Seoul"))
    assert content.practical is not None
    assert content.practical.notes == (
        PracticalNote(
            ko_en("장소", "Venue"),
            (
                ("ko", (Block("서울 큰집"), *address)),
                ("en", (Block("Great House, Seoul"), *address)),
            ),
            "https://maps.example/x",
        ),
        PracticalNote(ko_en("와이파이", "Wi-Fi"), (("en", (Block("Guest / 1234"),)),)),
        PracticalNote(
            ko_en("알려 드립니다", "Please note"),
            (
                ("ko", (Block("마스크", BlockKind.BULLET),)),
                ("en", (Block("Masks", BlockKind.BULLET),)),
            ),
        ),
    )


def test_speakers_as_they_come_on() -> None:
    content = program(forum())
    assert content.speakers is not None
    assert content.speakers.biographies == (
        Biography(
            anchor="person-hong",
            name=ko_en("홍길동", "Gil-dong Hong"),
            also=(("zh-Hant", "洪吉童"),),
            office=ko_en("회장", "Chairman"),
            organization=ko_en("한국협회", "Korea Association"),
            text=(("ko", (Block("첫째 줄"), Block("둘째 줄"))), ("en", (Block("One line."),))),
            appearances=(
                Appearance(
                    "session-open",
                    (("en", "09:00"),),
                    ko_en("개회식", "Opening"),
                    ko_en("개회사", "Opening remarks"),
                ),
            ),
        ),
    )


def test_speakers_of_two_days_are_told_on_which() -> None:
    content = program(with_edition(last_day=date(2025, 9, 4)))
    assert content.speakers is not None
    (speaker,) = content.speakers.biographies
    assert speaker.appearances[0].when == ko_en("9월 3일(수) 09:00", "Wed, Sep 3 09:00")


@pytest.mark.parametrize(("given", "shown"), [(None, True), (True, True), (False, False)])
def test_a_refused_photo_is_not_printed(given: bool | None, shown: bool) -> None:
    consents = () if given is None else (Consent("photo", given),)
    taking_part = tuple(
        replace(p, consents=consents) if p.id == "p-doe" else p for p in PARTICIPATIONS
    )
    dossier = forum(
        people=(HONG, replace(DOE, photo="face")),
        images=(Image("face", "image/jpeg", 300, 400, b"jpeg"),),
        participations=taking_part,
    )
    speakers = program(dossier).speakers
    assert speakers is not None
    assert ("person-doe" in [b.anchor for b in speakers.biographies]) is shown


def test_abstracts_in_the_order_of_the_agenda() -> None:
    talk = replace(SESSIONS[2], abstract=Text.of(ko="요지", en="Abstract"))
    item = titled("item", "속", "Inside", parent="open", abstract=Text.of(en="First"))
    abstracts = program(forum(sessions=(*SESSIONS[:2], talk, item))).abstracts
    assert abstracts is not None
    assert [(a.entry, a.when, a.text[0][0]) for a in abstracts.abstracts] == [
        ("session-item", (), "en"),
        ("session-talk", (("en", "09:45–10:30"),), "ko"),
    ]


def test_the_agreement_whole() -> None:
    assert program(forum(**AGREEMENT)).agreements == (
        AgreementPage(
            anchor="agreement-mou",
            kind=ko_en("양해각서", "Memorandum of Understanding"),
            title=ko_en("협력 양해각서", "MOU on Cooperation"),
            preamble=(("ko", (Block("전문"),)), ("en", (Block("Preamble"),))),
            aims=(
                NumberedAim(
                    "1",
                    ko_en("제목", "Title"),
                    (("ko", (Block("첫째"),)), ("en", (Block("First"),))),
                ),
                NumberedAim("2", (), (("ko", (Block("둘째"),)), ("en", (Block("Second"),)))),
            ),
            parties_label=ko_en("당사자", "Parties"),
            parties=(
                ko_en("한국협회", "Korea Association"),
                ko_en("미국협회", "U.S. Association"),
            ),
            signed=ko_en("2025년 9월 3일 서명", "Signed on September 3, 2025"),
            signatures=(
                Signature(
                    "signs",
                    ko_en("서명", "Signed by"),
                    ko_en("홍길동", "Gil-dong Hong"),
                    ko_en("회장", "Chairman"),
                    ko_en("한국협회", "Korea Association"),
                ),
                Signature(
                    "signs",
                    ko_en("서명", "Signed by"),
                    ko_en("제인 도", "Jane Doe"),
                    ko_en("대표", "President"),
                    ko_en("미국협회", "U.S. Association"),
                ),
                Signature(
                    "witnesses",
                    ko_en("배석", "Witnessed by"),
                    ko_en("추후 공지", "to be announced"),
                    ko_en("장관", "Minister"),
                    ko_en("산업부", "Ministry of Industry"),
                ),
            ),
        ),
    )


def test_an_agreement_of_a_closed_session_stays_off_public_sheets() -> None:
    secret = replace(AGREEMENT["agreements"][0], session="elsewhere")
    dossier = forum(**{**AGREEMENT, "agreements": (secret,)})
    assert program(dossier).agreements == ()


FIRST = replace(EDITION, id="first", number=1, first_day=date(2024, 6, 27), last_day=None)
THIRD = replace(EDITION, id="third", number=3, first_day=date(2026, 6, 27), last_day=None)


def promised(id: str, edition: str | None = "first", **fields: object) -> Commitment:
    return Commitment(id, "series", Text.of(ko=f"{id} 약속", en=f"Promise {id}"), edition, **fields)


def test_since_the_last_forum() -> None:
    dossier = forum(
        editions=(EDITION, THIRD, FIRST),
        commitments=(
            promised("a", title=Text.of(ko="센터", en="Centre"), due=date(2024, 9, 1)),
            promised("b", status=CommitmentStatus.DONE, due_text=Text.of(ko="상시", en="ongoing")),
            promised("c", edition="third"),
            promised("d", edition="edition"),
            promised("e", edition=None, status=CommitmentStatus.LATE),
        ),
        commitment_owners=(
            CommitmentOwner("o1", "a", organization="ksia"),
            CommitmentOwner("o2", "a", person="hong", position=1),
        ),
        reports=(
            Report("r2", "a", "third", CommitmentStatus.DONE, Text.of(en="Later")),
            Report("r1", "a", "edition", CommitmentStatus.ON_TRACK, Text.of(en="Rented")),
        ),
    )
    past, own = program(dossier).commitments
    assert past.heading == ko_en("지난 포럼 이후", "Since the last forum")
    assert past.promises[0] == Promise(
        anchor="commitment-a",
        due=ko_en("2024년 9월 1일", "September 1, 2024"),
        title=ko_en("센터", "Centre"),
        text=(("ko", (Block("a 약속"),)), ("en", (Block("Promise a"),))),
        owners=ko_en("한국협회 · 홍길동", "Korea Association · Gil-dong Hong"),
        status=ko_en("진행", "On track"),
        key="on-track",
        reports=(ReportLine(ko_en("제2회 포럼", "2nd forum"), (("en", "Rented"),)),),
        origin=ko_en("제1회 포럼, 2024년 6월 27일", "1st forum, June 27, 2024"),
    )
    assert [(p.anchor, p.key, p.title[1][1], p.text) for p in past.promises[1:]] == [
        ("commitment-b", "done", "Promise b", ()),
        ("commitment-e", "late", "Promise e", ()),
    ]
    assert past.promises[1].due == ko_en("상시", "ongoing")
    assert [p.anchor for p in own.promises] == ["commitment-d"]


def test_what_was_due_before_the_edition_is_late_unless_it_was_heard_of_since() -> None:
    due = promised("a", due=date(2025, 9, 2))
    dossier = forum(editions=(EDITION, FIRST), commitments=(due,))

    def stands(*reports: Report) -> list[str]:
        (past,) = program(replace(dossier, reports=reports)).commitments
        return [promise.key for promise in past.promises]

    on_track = CommitmentStatus.ON_TRACK
    assert stands() == ["late"]
    assert stands(Report("r", "a", "edition", on_track)) == ["on-track"]
    assert stands(Report("r", "a", "edition", on_track, on=date(2025, 8, 1))) == ["late"]
    assert stands(Report("r", "a", "first", on_track)) == ["late"]
    on_the_day = replace(dossier, commitments=(replace(due, due=date(2025, 9, 3)),))
    assert [p.key for p in program(on_the_day).commitments[0].promises] == ["open"]


def test_a_commitment_stands_as_it_stood_at_the_edition() -> None:
    later = Report("r", "a", "third", CommitmentStatus.DONE, Text.of(en="Done"))
    made = promised("a", "edition", status=CommitmentStatus.DONE)
    dossier = forum(editions=(EDITION, THIRD, FIRST), commitments=(made,))
    (own,) = program(replace(dossier, reports=(later,))).commitments
    assert [p.key for p in own.promises] == ["open"]
    # Without a later edition it is this one that tells what has become of it.
    (own,) = program(replace(dossier, editions=(EDITION, FIRST))).commitments
    assert [p.key for p in own.promises] == ["done"]


def test_what_was_closed_before_the_last_forum_is_not_told_again() -> None:
    old = promised("a", status=CommitmentStatus.DONE)
    report = Report("r", "a", "first", CommitmentStatus.DONE, Text.of(en="Done"))
    third = forum(edition=THIRD, editions=(FIRST, EDITION, THIRD), commitments=(old,))
    assert program(replace(third, reports=(report,))).commitments == ()
    assert len(program(replace(third, reports=(replace(report, edition="edition"),))).commitments)


def test_the_stamp_names_the_version_or_the_draft() -> None:
    version = Version("v", "edition", "v3", NOON, "{}", "7f3a9c2e11")
    stamped = program_content(forum(), Options(), Imprint(version, NOON)).sheet.stamp
    assert stamped == Stamp((("ko", "v3"),), "2025-08-01 12:00", "7f3a9c2")
    assert program(forum()).sheet.stamp == Stamp(ko_en("초안", "Draft"))
    at = datetime(2025, 8, 1, 22, tzinfo=UTC)
    draft = program_content(forum(), Options(), Imprint(at=at))
    assert draft.sheet.stamp.time == "2025-08-02 07:00"
    assert replace(draft.sheet, stamp=Stamp(())) == replace(program(forum()).sheet, stamp=Stamp(()))


@pytest.mark.parametrize(
    ("link", "printed"),
    [
        ("https://forum.example/2025", "https://forum.example/2025"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_the_back_cover_links_only_to_the_web(link: str, printed: str) -> None:
    content = program(with_edition(link=link))
    assert content.cover is not None
    assert content.back == BackCover(
        title=content.cover.title,
        dates=content.cover.dates,
        place=ko_en("서울 큰집", "Great House, Seoul"),
        hosts=content.cover.hosts,
        link=printed,
        link_label=ko_en("온라인 일정", "Agenda online") if printed else (),
    )


def test_every_text_is_found() -> None:
    content = program(forum(**AGREEMENT))
    texts = set(every_text(content))
    assert {"제2회 칩 포럼", "첫째 줄", "Second", "洪吉童"} <= texts


def test_secretariats_notes_reach_no_sheet() -> None:
    secret = "SECRET"
    sessions = tuple(replace(s, notes=secret, cues=secret) for s in SESSIONS)
    people = tuple(replace(p, notes=secret, diet=secret, access=secret) for p in (HONG, DOE))
    dossier = replace(
        forum(sessions=sessions, people=people),
        participations=tuple(replace(p, notes=secret, seat=secret) for p in PARTICIPATIONS),
        edition=replace(EDITION, notes=secret),
        parts=(Part("part1", "open", "p-hong", Role.OPENS),),
    )
    for audience in Audience:
        content = program(dossier, Options(audience=audience))
        assert not any(secret in text for text in every_text(content))


def test_single_language_sheets_hold_one_language() -> None:
    content = program(forum(**AGREEMENT), Options(("ko",), Arrangement.SINGLE))
    assert content.sheet.languages == ("ko",)
    assert content.agreements[0].kind == (("ko", "양해각서"),)

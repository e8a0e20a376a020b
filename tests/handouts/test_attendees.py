# SPDX-License-Identifier: MIT
"""The list of participants on paper: who is on it, in which order, and what nobody may read."""

import pickle
from dataclasses import replace
from typing import Any

import pytest

from forumdesk.domain.columns import Reader
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.listed import ListOrder
from forumdesk.domain.people import Consent, Invitation, NameForm
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.attendees import attendees_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.lists import AttendeesContent, ListRow
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.taking import as_list
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.crowds import NO, PRIVATE, coming, crowd, with_secrets
from tests.handouts.dossiers import every_text
from tests.handouts.test_tagging import walk

BOTH = Options(("ko", "en"))
EN = Options(("en",), Arrangement.SINGLE)
THEMES = pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])


def content(dossier: Dossier, options: Options = EN) -> AttendeesContent:
    return attendees_content(dossier, options, Imprint())


def pdf(dossier: Dossier, options: Options = EN) -> bytes:
    return render("attendees", content(dossier, options), options).data


def rows(dossier: Dossier, options: Options = EN) -> list[ListRow]:
    return [row for group in content(dossier, options).groups for row in group.rows]


def said(wording: Wording) -> str:
    return " / ".join(text for _, text in wording)


def names(dossier: Dossier, options: Options = EN) -> list[str]:
    return [said(row.name) for row in rows(dossier, options)]


def test_people_stand_by_side_organization_or_name() -> None:
    dossier = crowd(6)
    by_side = content(dossier)
    assert [(said(g.title), said(g.count)) for g in by_side.groups] == [
        ("Korean side", "3 participants"),
        ("U.S. side", "3 participants"),
    ]
    assert names(dossier)[:3] == ["Ga-ga Ga", "Ga-da Ga", "Ga-ma Ga"]
    by_body = content(dossier, replace(EN, list_order=ListOrder.ORGANIZATION))
    assert [said(g.title) for g in by_body.groups] == [
        *("Korea Association", "Ministry of Industry", "U.S. Association"),
    ]
    assert by_body.inside
    assert not by_body.heads.organization
    by_name = content(dossier, replace(EN, list_order=ListOrder.NAME))
    assert [said(g.title) for g in by_name.groups] == [""]
    assert [said(row.name) for row in by_name.groups[0].rows][:2] == ["GA Ga-ba", "GA Ga-da"]


def test_precedence_leads_within_a_side() -> None:
    dossier = crowd(4, coming(5, rank=1), coming(7, rank=2))
    assert [said(row.name) for row in content(dossier).groups[1].rows][:2] == [
        *("Ga-ba Ga", "Ga-a Ga"),
    ]


def test_the_first_host_s_side_leads_its_copy() -> None:
    dossier = crowd(4)
    ours = content(dossier, replace(BOTH, first_host="sia"))
    assert [said(group.title) for group in ours.groups] == [
        *("U.S. side / 미국 측", "Korean side / 한국 측"),
    ]


def test_who_belongs_to_no_side_comes_last() -> None:
    dossier = crowd(2, coming(3, side=None))
    assert [said(group.title) for group in content(dossier).groups][-1] == "Other participants"
    alone = replace(dossier, sides=(), participations=(coming(3, side=None),))
    assert [said(group.title) for group in content(alone).groups] == [""]
    assert said(content(alone).note) == "In the order of precedence."


def test_each_reader_has_columns_of_their_own() -> None:
    dossier = crowd(2, coming(2, status=Invitation.INVITED, seat="4", deputy_for="p0"))
    public, door, inside = (content(dossier, replace(EN, reader=one)).heads for one in Reader)
    assert said(public.name) == "Name"
    assert {public.code, public.status, public.place, public.remark} == {()}
    assert door.code
    assert door.status
    assert door.place
    assert said(door.remark) == "Remarks"
    assert inside == door
    assert content(dossier, replace(EN, reader=Reader.ORGANIZER)).wide
    marked = [row for row in rows(dossier, replace(EN, reader=Reader.DOOR)) if row.marked]
    assert [(said(row.status), said(row.remark), row.code) for row in marked] == [
        *[("Invited", "in place of Ga-ga Ga", "3A")],
    ]


def test_a_refusal_is_never_printed() -> None:
    dossier = crowd(2, coming(2, consents=(NO,)), coming(3, consents=()))
    assert len(names(dossier)) == 2
    assert len(names(dossier, replace(EN, reader=Reader.DOOR))) == 4
    said_so = "Ga-da"
    assert said_so not in "".join(texts(pdf(dossier)))
    assert said_so in "".join(texts(pdf(dossier, replace(EN, reader=Reader.DOOR))))


@pytest.mark.parametrize("order", ListOrder)
def test_a_public_list_contains_no_private_field(order: ListOrder) -> None:
    dossier = with_secrets(crowd(12, coming(12, consents=(NO,)), coming(13, consents=())))
    for arrangement in (Arrangement.SINGLE, Arrangement.STACKED):
        options = replace(BOTH, arrangement=arrangement, list_order=order)
        made = content(dossier, options)
        assert not [text for text in every_text(made) if PRIVATE in text]
        assert PRIVATE.encode() not in pickle.dumps(made)
        assert PRIVATE not in "".join(texts(pdf(dossier, options)))
        whole = poppler("pdfinfo", "-", data=pdf(dossier, options))
        assert PRIVATE not in whole


@pytest.mark.parametrize("one", [Reader.DOOR, Reader.ORGANIZER])
def test_contacts_diet_and_notes_stand_on_no_list(one: Reader) -> None:
    told = set(every_text(content(with_secrets(crowd(3)), replace(EN, reader=one))))
    assert {text for text in told if PRIVATE in text} == {f"{PRIVATE}table · {PRIVATE}seat"}


def test_a_list_in_two_scripts_says_how_it_is_ordered() -> None:
    latin = replace(crowd(3).people[0], names=crowd(3).people[0].names)
    dossier = crowd(3)
    korean = replace(BOTH, list_order=ListOrder.NAME)
    assert "가나다순" not in said(content(dossier, korean).note)
    only_latin = type(latin.names)(latin.names.pairs[1:])
    mixed = replace(dossier, people=(replace(latin, names=only_latin), *dossier.people[1:]))
    assert said(content(mixed, korean).note) == (
        "이름순. 한글 이름이 가나다순으로 먼저 나오고, 그 밖의 이름은 성의 순서대로 이어집니다."
        " / In the order of names."
        " Hangul names come first, in Korean order, then others by family name."
    )
    assert [said(row.name) for row in rows(mixed, korean)][-1] == "GA Ga-ga"


@THEMES
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER, Paper.A5])
def test_heads_and_names_stand_on_every_page(theme: str, paper: Paper) -> None:
    options = replace(BOTH, theme=theme, paper=paper)
    pages = texts(pdf(crowd(160), options))
    assert len(pages) > 3
    assert all("직위" in page and "Organization" in page for page in pages)
    everything = "".join(pages)
    assert all(text in everything for text in names(crowd(160), replace(EN, theme=theme)))


def test_a_running_head_has_all_the_room_that_is_left() -> None:
    title = "2nd Korea–U.S. Chip and Supply Chain Cooperation Forum"
    dossier = crowd(90)
    named = replace(dossier, edition=replace(dossier.edition, title=Text.of(en=title)))
    pages = texts(pdf(named, EN))
    assert len(pages) > 2
    assert all(f"List of participants · {title}" in page for page in pages)


def test_titles_of_groups_never_part_from_their_people() -> None:
    for count in range(40, 60):
        pages = texts(pdf(crowd(count), replace(EN, list_order=ListOrder.ORGANIZATION)))
        for page in pages:
            lines = [line for line in page.splitlines() if line.strip()]
            title = max(n for n, line in enumerate(lines) if "Fellow" in line)
            after = [line for line in lines[title + 1 :] if "Association" in line]
            assert not [line for line in after if line.split()[-1].isdigit() and "/" not in line]


def test_no_row_stands_alone_on_a_page() -> None:
    for count in range(50, 74):
        pages = texts(pdf(crowd(count), EN))
        assert all(sum("Fellow" in line for line in page.splitlines()) > 1 for page in pages)


def test_the_file_is_a_tagged_table_with_an_outline_of_groups() -> None:
    made = reader(pdf(crowd(6), BOTH))
    tags = [node["/S"] for node in walk(made.root_object["/StructTreeRoot"]["/K"])]
    assert tags.count("/Table") == 2
    assert tags.count("/H2") == 2
    assert tags.count("/TH") == 6
    titles = [item.title for item in made.outline[1]]
    assert titles == ["한국 측", "미국 측"]
    inside = reader(pdf(crowd(6), replace(BOTH, list_order=ListOrder.ORGANIZATION)))
    tags = [node["/S"] for node in walk(inside.root_object["/StructTreeRoot"]["/K"])]
    assert tags.count("/Table") == 1


def test_organizers_paper_lies_on_its_side() -> None:
    for one in Reader:
        box = reader(pdf(crowd(3), replace(EN, reader=one))).pages[0].mediabox
        assert (box.width > box.height) is (one is Reader.ORGANIZER)


def test_a_seat_whose_name_will_follow_says_so() -> None:
    dossier = crowd(1, coming(1, person=None))
    assert names(dossier) == ["Ga-ga Ga"]
    seats = [row for row in rows(dossier, replace(EN, reader=Reader.DOOR)) if not row.named]
    assert [said(row.name) for row in seats] == ["to be named"]


def test_options_are_taken_as_a_list_can_have_them() -> None:
    taken = as_list(Options(arrangement=Arrangement.FACING, list_order=ListOrder.NAME))
    assert taken.arrangement is Arrangement.STACKED
    assert taken.names is NameForm.FAMILY_CAPITALS
    assert taken.sections == ()
    assert as_list(EN).arrangement is Arrangement.SINGLE
    assert as_list(Options(names=NameForm.FAMILY_FIRST)).names is NameForm.FAMILY_FIRST
    assert handout("attendees").everybody


def columns_of(data: bytes) -> list[float]:
    """Where text begins across the first page, in millimetres, each place once."""
    found: set[float] = set()

    def visit(text: str, _: object, at: list[float], *__: object) -> None:
        if "Fellow" in text or "연구위원" in text:
            found.add(round(at[4] / 72 * 25.4))

    reader(data).pages[0].extract_text(visitor_text=visit)
    return sorted(found)


def test_a_long_list_of_few_columns_stands_in_two() -> None:
    options = replace(BOTH, list_order=ListOrder.ORGANIZATION)
    few, many = pdf(crowd(40), options), pdf(crowd(90), options)
    assert len(columns_of(few)) == 1
    left, right = columns_of(many)
    assert right - left > 80
    pages = texts(many)
    assert all(page.count("Office") == 2 for page in pages[:-1])
    assert sum(page.count("연구위원") for page in pages) == 90
    wanted = names(crowd(90), replace(options, arrangement=Arrangement.STACKED))
    assert all(name.split(" / ")[0] in "".join(pages) for name in wanted)
    inside = replace(options, reader=Reader.DOOR)
    assert len(columns_of(pdf(crowd(90), inside))) == 1


def test_columns_are_filled_one_after_the_other() -> None:
    options = replace(EN, list_order=ListOrder.ORGANIZATION)
    said = " ".join("".join(texts(pdf(crowd(120), options))).split())
    bodies = ("Korea Association", "Ministry of Industry", "U.S. Association")
    found = [said.index(f"{body} 40") for body in bodies]
    assert found == sorted(found)
    outline = [item.title for item in reader(pdf(crowd(120), options)).outline[1]]
    assert outline == list(bodies)


def test_nobody_and_one_make_a_list() -> None:
    assert len(texts(pdf(crowd(0)))) == 1
    lone = texts(pdf(crowd(1), BOTH))
    assert "참가자 1명" in lone[0]
    assert "1 participant " in lone[0].replace("·", " ")
    photo_only = replace(coming(0), consents=(Consent("photo", True),))
    assert names(crowd(0, photo_only)) == []


@pytest.mark.parametrize("order", [ListOrder.SIDE, ListOrder.ORGANIZATION])
def test_a_list_of_many_pages_is_read_whole(order: ListOrder) -> None:
    """Rows are written as their pages are drawn, before it is known how many pages there are."""
    told = reader(pdf(crowd(300), replace(BOTH, list_order=order)))
    feet = [f"{n} / {len(told.pages)}" for n in range(1, len(told.pages) + 1)]
    assert len(feet) > 5
    for foot, page in zip(feet, told.pages, strict=True):
        assert foot in page.extract_text()
    root: Any = told.root_object["/StructTreeRoot"]
    nodes = list(walk(root["/K"]))
    heads = {ListOrder.SIDE: 2, ListOrder.ORGANIZATION: 1 + 3}  # with the titles of its groups
    assert [node["/S"] for node in nodes].count("/TR") == 300 + heads[order]
    keys = root["/ParentTree"]["/Nums"]
    owners = dict(zip(keys[::2], keys[1::2], strict=True))
    owned = 0
    for node in nodes:
        kids = node["/K"]
        assert node["/P"].get_object()["/K"]
        for number in (kid for kid in kids if isinstance(kid, int)):
            page = node["/Pg"].get_object()["/StructParents"]
            owner = owners[page][number].get_object()
            assert owner.indirect_reference == node.indirect_reference
            owned += 1
    assert owned == sum(len(one) for one in owners.values())

# SPDX-License-Identifier: MIT
"""Texts of the program: what they say on paper, where they come, and how they look."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image as Picture

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Host, HostRole
from forumdesk.domain.people import Image
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import options_for, render
from forumdesk.handouts.contents.page import page_content
from forumdesk.handouts.contents.program import program_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options, Section, options_from
from forumdesk.handouts.passages import Called, Passages
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.sections import USUAL, in_order
from forumdesk.handouts.web.page import page
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import DOE, EDITION, HONG, HOSTS, KSIA, MINISTRY, NOON, SIA, forum

KO_EN = Options(languages=("ko", "en"))
CALLS = Text.of(
    ko="119 | 화재·구급\n112 | 경찰\n1층에 모이십시오.",
    en="119 | Fire and ambulance\n112 | Police\nMeet on the first floor.",
)


def png(id: str, width: int, height: int) -> Image:
    file = BytesIO()
    Picture.new("RGB", (width, height), "#206080").save(file, "PNG")
    return Image(id, "image/png", width, height, file.getvalue())


def passage(n: int, kind: PassageKind, **fields: Any) -> Passage:
    return Passage(f"t{n}", "edition", kind, **fields, position=n)


GREETING = Text.of(ko="환영합니다.\n감사합니다.", en="Welcome.\nThank you.")
ALL = (
    passage(0, PassageKind.MESSAGE, text=GREETING, participation="p-hong", signature="sign"),
    passage(1, PassageKind.MESSAGE, text=GREETING, participation="p-doe"),
    passage(2, PassageKind.SPONSORS, text=Text.of(ko="고맙습니다.", en="Our thanks.")),
    passage(3, PassageKind.EMERGENCY, text=CALLS),
    passage(4, PassageKind.IMPRINT, text=Text.of(ko="부수 | 200부", en="Print run | 200 copies")),
    passage(5, PassageKind.OTHER, title=Text.of(ko="비자", en="Visa"), text=GREETING),
)


def told(*passages: Passage, **changes: Any) -> Dossier:
    """The forum with texts, a portrait, a signature, and two who give to it."""
    giving = (
        *HOSTS,
        Host("h4", "edition", "bank", HostRole.SPONSOR, 3),
        Host("h5", "edition", "mill", HostRole.SPONSOR, 4),
    )
    bank = replace(SIA, id="bank", name=Text.of(ko="은행", en="Bank"), logo="wide")
    mill = replace(SIA, id="mill", name=Text.of(ko="제분", en="Mill"))
    return forum(
        passages=passages or ALL,
        hosts=giving,
        people=(replace(HONG, photo="photo"), DOE),
        organizations=(replace(KSIA, logo=None), SIA, MINISTRY, bank, mill),
        images=(png("photo", 400, 500), png("sign", 600, 200), png("wide", 800, 200)),
        **changes,
    )


def content(dossier: Dossier, options: Options = KO_EN) -> Passages:
    return program_content(dossier, options).passages or Passages()


def test_a_message_says_whose_it_is() -> None:
    hong, doe = content(told()).messages
    assert dict(hong.heading) == {"ko": "환영사", "en": "Welcome message"}
    assert dict(hong.name) == {"ko": "홍길동", "en": "Gil-dong Hong"}
    assert dict(hong.organization) == {"ko": "한국협회", "en": "Korea Association"}
    assert hong.portrait is not None
    assert hong.signature is not None
    assert dict(hong.portrait.alt)["en"] == "Portrait of Gil-dong Hong"
    assert dict(hong.signature.alt)["en"] == "Signature of Gil-dong Hong"
    assert (doe.portrait, doe.signature) == (None, None)


def test_who_is_no_host_congratulates_and_an_own_title_is_kept() -> None:
    guest = passage(0, PassageKind.MESSAGE, text=GREETING, participation="p-ministry")
    hosts = tuple(host for host in HOSTS if host.organization != "ministry")
    (message,) = program_content(forum(passages=(guest,), hosts=hosts), KO_EN).passages.messages  # type: ignore[union-attr]
    assert dict(message.heading) == {"ko": "축사", "en": "Congratulatory message"}
    own = replace(guest, title=Text.of(ko="모시는 말씀", en="A Word"))
    (message,) = content(told(own)).messages
    assert dict(message.heading) == {"ko": "모시는 말씀", "en": "A Word"}


def test_a_message_without_an_author_or_words() -> None:
    nobodys = passage(0, PassageKind.MESSAGE, text=GREETING)
    (message,) = content(told(nobodys)).messages
    assert (message.name, message.organization, message.portrait) == ((), (), None)
    assert content(told(passage(0, PassageKind.MESSAGE))) == Passages()


def test_lines_with_a_bar_are_numbers_and_the_others_running_text() -> None:
    (emergency,) = content(told()).emergency
    assert emergency.numbers == (
        Called((("en", "119"),), (("ko", "화재·구급"), ("en", "Fire and ambulance"))),
        Called((("en", "112"),), (("ko", "경찰"), ("en", "Police"))),
    )
    assert [(tag, blocks[0].text) for tag, blocks in emergency.text] == [
        ("ko", "1층에 모이십시오."),
        ("en", "Meet on the first floor."),
    ]


def test_numbers_of_one_language_alone_are_not_lost() -> None:
    calls = Text.of(ko="119 | 구급\n1330 | 안내\n1330 | 통역", en="119 | Ambulance")
    (emergency,) = content(told(passage(0, PassageKind.EMERGENCY, text=calls))).emergency
    assert [(dict(c.number), dict(c.label)) for c in emergency.numbers] == [
        ({"en": "119"}, {"ko": "구급", "en": "Ambulance"}),
        ({"ko": "1330"}, {"ko": "안내"}),
        ({"ko": "1330"}, {"ko": "통역"}),
    ]


def test_the_imprint_says_who_publishes_which_version_and_whom_to_ask() -> None:
    edition = replace(EDITION, contact=Text.of(ko="사무국 02-1234", en="Secretariat 02-1234"))
    dossier = replace(told(), edition=edition)
    options = options_from({"sections": "imprint", "arrangement": "en"}, options_for(dossier))
    made = program_content(dossier, options, Imprint(at=NOON))
    (said,) = texts(render("program", made, options).data)
    for line in (
        "Published by Korea Association · U.S. Association",
        "Version Draft · 2025-08-01 12:00",
        "Print run 200 copies",
        "Contact Secretariat 02-1234",
    ):
        assert line in said


def test_sponsors_come_before_supporters_and_a_name_stands_for_a_logo() -> None:
    (sponsors,) = content(told()).sponsors
    assert [(dict(t.role)["en"], t.major, len(t.members)) for t in sponsors.tiers] == [
        ("Sponsored by", True, 2),
        ("Supported by", False, 1),
    ]
    assert [member.logo is not None for member in sponsors.tiers[0].members] == [True, False]


def test_sections_come_in_the_order_of_the_edition() -> None:
    assert in_order(()) == USUAL
    assert in_order(("emergency", "nothing", "agenda", "emergency"))[:3] == (
        Section.EMERGENCY,
        Section.AGENDA,
        Section.WELCOME,
    )
    dossier = told()
    dossier = replace(dossier, edition=replace(EDITION, sections=("emergency", "agenda")))
    options = options_from({"sections": "emergency,agenda,welcome,imprint", "arrangement": "en"})
    data = render("program", program_content(dossier, options), options).data
    order = ["In an emergency", "Program", "Welcome message", "Imprint"]
    outline = [item.title for item in reader(data).outline if not isinstance(item, list)]
    assert outline == ["In an emergency", "Program", *["Welcome message"] * 2, "Imprint"]
    web = page(page_content(dossier, options, Imprint())).decode()
    heads = [web.index(f'<h2><span lang="en">{text}</span></h2>') for text in order]
    assert heads == sorted(heads)


def test_what_is_left_out_is_neither_printed_nor_looked_at() -> None:
    options = replace(KO_EN, sections=(Section.AGENDA,))
    assert program_content(told(), options).passages is None
    lacking = passage(0, PassageKind.OTHER, text=Text.of(ko="비자"))
    found = [p.subject.kind for p in preflight(told(lacking), options, "program")]
    assert "passage" not in found


def test_findings_lead_to_the_field() -> None:
    lacking = passage(0, PassageKind.OTHER, text=Text.of(ko="비자"))
    signed = replace(ALL[0], id="signed")
    dossier = told(lacking, signed)
    small = png("sign", 30, 10)
    dossier = replace(dossier, images=(*dossier.images[:1], small, *dossier.images[2:]))
    made = render("program", program_content(dossier, KO_EN), KO_EN)
    found = {str(p.subject) for p in preflight(dossier, KO_EN, "program", made)}
    assert {"passage:t0:text", "passage:signed:signature", "person:hong:photo"} <= found


@pytest.mark.parametrize("arrangement", ["stacked", "columns", "facing", "ko"])
@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
def test_every_text_is_on_the_page_in_every_arrangement(arrangement: str, theme: str) -> None:
    asked = {"arrangement": arrangement, "theme": theme, "paper": "Letter"}
    options = options_from(asked, options_for(told()))
    said = "".join(texts(render("program", program_content(told(), options), options).data))
    both = ("홍길동", "환영합니다.", "119", "경찰", "은행", "200부", "비자")
    english = ("Gil-dong Hong", "Welcome.", "Fire and ambulance", "Bank", "200 copies", "Visa")
    for text in both if arrangement == "ko" else (*both, *english):
        assert text in said


def test_pictures_are_figures_and_every_number_an_item() -> None:
    options = options_from({"sections": "welcome,emergency,sponsors", "arrangement": "en"})
    data = render("program", program_content(told(), options), options).data
    said = poppler("pdfinfo", "-struct", "-", data=data)
    assert said.count("Figure") == 3
    assert "LI" in said
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=data)


def test_messages_share_a_page_if_they_fit_whole_else_each_begins_one() -> None:
    options = options_from({"sections": "welcome", "arrangement": "en"})
    short = render("program", program_content(told(), options), options)
    assert short.pages == 1
    for lines, pages in ((24, [2, 2]), (40, [2, 1, 2, 1])):  # the running head says it too
        text = Text.of(en="\n".join(["A sentence that ends here."] * lines))
        messages = [replace(one, text=text) for one in ALL[:2]]
        made = render("program", program_content(told(*messages), options), options)
        assert [page.count("Welcome message") for page in texts(made.data)] == pages


def test_what_is_typed_is_printed_as_it_is_typed() -> None:
    odd = Text.of(en='<b>&amp;</b> | <img src="x">\nA & B | \n| nothing\n<i>loose')
    kinds = (PassageKind.EMERGENCY, PassageKind.IMPRINT, PassageKind.OTHER, PassageKind.MESSAGE)
    dossier = told(*(passage(n, kind, title=odd, text=odd) for n, kind in enumerate(kinds)))
    options = options_from({"arrangement": "en"})
    said = "".join(texts(render("program", program_content(dossier, options), options).data))
    assert '<img src="x">' in said
    web = page(page_content(dossier, options, Imprint())).decode()
    assert '<img src="x">' not in web
    assert "&lt;img src=&quot;x&quot;&gt;" in web


def test_the_same_content_gives_the_same_bytes() -> None:
    first, again = (render("program", program_content(told(), KO_EN), KO_EN).data for _ in "ab")
    assert first == again

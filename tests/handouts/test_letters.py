# SPDX-License-Identifier: MIT
"""Letters on paper: one to a page, the address in the window, in the reader's language."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image as Raster
from pypdf import PdfReader

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.people import (
    Consent,
    Contact,
    Image,
    Invitation,
    LetterPurpose,
    LetterText,
    Participation,
)
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import handout, options_for, render
from forumdesk.handouts.contents.letters import Mailing
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options, Paper
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import Rendered
from tests.handouts.dossiers import DOE, FORUM, HONG, KSIA, MINISTRY, NOON, SIA

MM = 72 / 25.4
EN = words_in("en")
MAIL = Contact("email", "jane@example.org")


def letters(**changes: object) -> Dossier:
    """Hong and Doe are to be invited, in Seoul and in Washington."""
    korea = Side("kr", "edition", Text.of(ko="한국 측", en="Korea"), "KR", "ksia")
    america = Side("us", "edition", Text.of(ko="미국 측", en="U.S."), "US", "sia", 1)
    proposed = {"p-hong": "kr", "p-doe": "us"}
    own = {
        "sides": (korea, america),
        "images": (),
        "people": (
            replace(HONG, honorific=Text.of(ko="회장님", en="Mr.")),
            replace(DOE, honorific=Text.of(ko="대표님", en="Ms."), contacts=(MAIL,)),
        ),
        "organizations": (
            replace(KSIA, address=Text.of(ko="서울시 성남대로 1\n13488", en="1 Main Rd\nSeoul")),
            replace(SIA, address=Text.of(en="1101 K Street\nWashington, DC 20005")),
            MINISTRY,
        ),
        "participations": tuple(
            replace(p, status=Invitation.PROPOSED, side=proposed.get(p.id))
            for p in FORUM.participations
            if p.id != "p-nobody"
        ),
        "edition": replace(FORUM.edition, reply_by=None),
    }
    return replace(FORUM, **{**own, **changes})


def made(dossier: Dossier, **asked: object) -> Rendered:
    options = replace(options_for(dossier), **asked)
    one = handout("letters")
    return render(one.name, one.build(dossier, options, Imprint(at=NOON)), options)


def pages(rendered: Rendered) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(rendered.data)).pages]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_everybody_has_a_page_in_the_language_they_read() -> None:
    korean, english = pages(made(letters()))
    assert "존경하는 홍길동 회장님께" in korean
    assert "제2회 칩 포럼 초청의 말씀" in korean
    assert squeezed("한국협회와 미국협회는 2025년 9월 3일 수요일 서울 큰집에서") in squeezed(korean)
    assert "Dear Ms. Doe," in english
    assert squeezed(
        "invite you, on behalf of Korea Association and U.S. Association, to"
    ) in squeezed(english)
    assert squeezed("held on Wednesday, September 3, 2025 at Great House, Seoul.") in squeezed(
        english
    )
    assert "by " not in english  # no day to answer by is set


def test_a_day_to_answer_by_is_said() -> None:
    of = letters()
    of = replace(of, edition=replace(of.edition, reply_by=FORUM.edition.first_day))
    korean, english = pages(made(of))
    assert squeezed("by September 3, 2025") in squeezed(english)
    assert squeezed("2025년 9월 3일까지 회신하여") in squeezed(korean)


def test_each_letter_in_all_languages_begins_with_the_readers_own() -> None:
    found = pages(made(letters(), all_languages=True))
    first = ["Dear" in page for page in found]
    assert first == [False, True, True, False]


def test_a_letter_goes_to_one_person_by_name() -> None:
    (only,) = pages(made(letters(), person="Jane Doe"))
    assert "Dear Ms. Doe" in only
    with pytest.raises(ForumDeskError, match="Nobody in this edition is called “Nemo”"):
        made(letters(), person="Nemo")


def test_who_gets_letters_goes_by_purpose_and_status() -> None:
    (nobody,) = pages(made(letters(), purpose=LetterPurpose.THANKS))
    assert "서한을 받을 사람이 없습니다." in nobody
    again = made(letters(), purpose=LetterPurpose.THANKS, status=(Invitation.PROPOSED,))
    assert len(pages(again)) == 2


@pytest.mark.parametrize(
    ("paper", "top", "foot", "left", "right"),
    [
        # DIN 5008 form B: the address has 62.7 to 90 mm from the top, 20 to 105 from the left.
        (Paper.A4, 62.7, 90.0, 20, 105),
        # What the window of a No. 10 envelope shows of a sheet that stands at its foot.
        (Paper.LETTER, 51.9, 80.4, 22.2, 111.2),
    ],
)
def test_the_address_stands_where_the_window_shows_it(
    paper: Paper, top: float, foot: float, left: float, right: float
) -> None:
    crowded = "\n".join(f"Line {n} of a long address" for n in range(4))
    of = letters()
    of = replace(of, organizations=(KSIA, replace(SIA, address=Text.of(en=crowded)), MINISTRY))
    page = PdfReader(BytesIO(made(of, paper=paper, person="Jane Doe").data)).pages[0]
    height = float(page.mediabox.height)
    seen: dict[str, tuple[float, float]] = {}

    def visit(text: str, _: object, at: list[float], *__: object) -> None:
        if text.strip():
            seen[text.strip()] = (at[4] / MM, (height - at[5]) / MM)

    page.extract_text(visitor_text=visit)
    placed = [where for text, where in seen.items() if text.startswith(("Line", "Ms. Jane"))]
    assert len(placed) == 5
    assert all(left < x < right and top < y < foot for x, y in placed)
    bodies = [y for text, (_, y) in seen.items() if text.startswith("Dear")]
    assert min(bodies) > foot


def test_what_is_typed_prints_as_typed_and_opens_nothing() -> None:
    typed = '<b>R&D</b> <img src="/etc/passwd"/> &amp; {name} [x]'
    own = LetterText("l", "edition", LetterPurpose.INVITATION, EMPTY, Text.of(en="{office}\n\n{x}"))
    of = letters(letter_texts=(own,))
    office = Text.of(en=typed)
    of = replace(
        of,
        participations=tuple(
            replace(p, office=office) if p.id == "p-doe" else p for p in of.participations
        ),
    )
    (page,) = pages(made(of, person="Jane Doe"))
    assert squeezed(page).count(squeezed(typed)) == 2  # in the address and in the text
    assert "{x}" in page


def test_the_country_ends_the_address_where_it_is_not_that_of_the_post() -> None:
    def ends(zone: str) -> set[str]:
        of = letters()
        dossier = replace(of, series=replace(of.series, timezone=zone))
        content = handout("letters").build(dossier, options_for(dossier), Imprint(at=NOON))
        return {letter.address[-1] for letter in content.letters}

    assert ends("Asia/Seoul") == {"회장 홍길동 귀하", "UNITED STATES"}
    assert ends("America/New_York") == {"SOUTH KOREA", "Washington, DC 20005"}


def test_the_return_address_stands_whole_over_the_address() -> None:
    long = Text.of(en="9F, 182 Pangyoyeok-ro, Bundang-gu\nSeongnam-si, Gyeonggi-do 13524")
    of = letters()
    of = replace(of, organizations=(replace(KSIA, address=long), of.organizations[1], MINISTRY))
    (page,) = pages(made(of, person="Jane Doe"))
    assert squeezed("Korea Association · " + long["en"]) in squeezed(page)


def test_a_long_letter_goes_on_and_counts_its_pages() -> None:
    long = Text.of(en="\n\n".join(f"Paragraph {n}. " + "word " * 60 for n in range(30)))
    own = LetterText("l", "edition", LetterPurpose.INVITATION, EMPTY, long)
    found = pages(made(letters(letter_texts=(own,)), person="Jane Doe"))
    assert len(found) > 2
    text = " ".join(found)
    assert all(f"Paragraph {n}." in text for n in range(30))
    assert f"2 / {len(found)}" in found[1]
    assert "Jane Doe" in found[0]
    assert "Jane Doe" not in found[1]


def test_letterhead_with_a_logo_is_tagged_and_outlined() -> None:
    file = BytesIO()
    Raster.new("RGB", (600, 300), "navy").save(file, "PNG")
    logo = Image("logo", "image/png", 600, 300, file.getvalue())
    reader = PdfReader(BytesIO(made(letters(images=(logo,))).data))
    assert [str(entry["/Title"]) for entry in reader.outline] == ["홍길동", "Jane Doe"]
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert all(len(page.images) == 1 for page in reader.pages)


def test_the_letter_is_dated_and_the_same_again() -> None:
    assert made(letters()).data == made(letters()).data
    korean, english = pages(made(letters()))
    assert f"{NOON:%B} {NOON.day}, {NOON.year}" in english
    assert f"{NOON.year}년 {NOON.month}월 {NOON.day}일" in korean


def test_preflight_tells_of_unknown_fields_and_seats_without_names() -> None:
    own = LetterText("l", "edition", LetterPurpose.INVITATION, Text.of(en="{nom}"), EMPTY)
    of = letters(letter_texts=(own,))
    kinds = ("letter-field", "letter-unnamed")
    found = [p for p in preflight(of, options_for(of), "letters") if p.kind in kinds]
    assert [(p.severity.value, p.phrase.said(EN)) for p in found] == [
        ("warning", "{nom} is no field of a letter and is printed so."),
        ("note", "The seat of Ministry of Industry has no name yet."),
    ]


def mailing(dossier: Dossier, **asked: object) -> Mailing:
    return Mailing(dossier, replace(Options(languages=("ko", "en")), **asked))


def test_messages_go_to_who_has_an_address_and_others_are_told() -> None:
    of = letters()
    (found,) = mailing(of).messages()
    one, message = found
    assert (one.id, message.name, message.address) == ("p-doe", "Jane Doe", "jane@example.org")
    assert message.subject == "Invitation to the 2nd Chip Forum"
    assert message.body.startswith("Dear Ms. Doe,\n\nWe have the honor")
    assert message.body.endswith("Sincerely,\n\nKorea Association\nU.S. Association")
    assert [each.why.said(EN) for each in mailing(of).no_message()] == [
        "The seat of Ministry of Industry has no name yet.",
        "Gil-dong Hong has no e-mail address.",
    ]


@pytest.mark.parametrize(
    ("contact", "consents", "why"),
    [
        ("jane at example", (), "“jane at example” of Jane Doe is not an e-mail address."),
        ("a@b.kr", (Consent("contact", False),), "Jane Doe does not want to be contacted."),
    ],
)
def test_why_somebody_gets_no_message(contact: str, consents: tuple, why: str) -> None:
    of = letters()
    doe = replace(of.people[1], contacts=(Contact("email", contact),))
    seats: tuple[Participation, ...] = tuple(
        replace(p, consents=consents) if p.id == "p-doe" else p for p in of.participations
    )
    of = replace(of, people=(of.people[0], doe), participations=seats)
    asked = mailing(of, person="Jane Doe")
    assert list(asked.messages()) == []
    assert [each.why.said(EN) for each in asked.no_message()] == [why]


def test_a_message_in_all_languages_has_them_below_one_another() -> None:
    ((_, message),) = mailing(letters(), all_languages=True).messages()
    assert message.language == ""
    assert message.subject == "Invitation to the 2nd Chip Forum / 제2회 칩 포럼 초청의 말씀"
    assert message.body.index("Dear Ms. Doe") < message.body.index("존경하는 제인 도 대표님께")

# SPDX-License-Identifier: MIT
"""The proof: every printed text once, in order, with what changed and what is missing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from forumdesk.domain.checks.translation import printed_texts
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import freeze
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.contents.proof import proof_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options, options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.proof import ProofContent, ProofRow
from tests.handouts.conftest import poppler, texts
from tests.handouts.dossiers import AGREEMENT, EDITION, NOON, SESSIONS, forum
from tests.handouts.test_passages import told

KO_EN = Options(languages=("ko", "en"))


def proof(dossier: Dossier, options: Options = KO_EN) -> ProofContent:
    return proof_content(dossier, options, Imprint(at=NOON))


def rows(content: ProofContent) -> list[ProofRow]:
    return [row for group in content.groups for row in group.rows]


def said(content: ProofContent, language: str = "en") -> dict[str, list[str]]:
    """The texts of each group in one language."""
    return {
        dict(group.title)["en"]: [
            text.text for row in group.rows for text in row.texts if text.language == language
        ]
        for group in content.groups
    }


def published(before: Dossier, after: Dossier, *, printed: str = "proof") -> Dossier:
    """An edition that was published as it was before, and of which a proof was printed then."""
    version = Version("v1", "edition", "v1", NOON, freeze(before), "d" * 64)
    printing = Printing("p1", "edition", printed, NOON + timedelta(hours=1), "v1")
    return replace(after, versions=(version,), printings=(printing,))


def test_texts_stand_where_a_reader_of_the_program_comes_to_them() -> None:
    found = said(proof(told(**AGREEMENT)))
    assert list(found) == [
        "Cover and practical information",
        "Wednesday, September 3, 2025",
        "Texts",
        "Names and offices",
        "Agreements",
        "Rooms, tracks, sides and organizations",
    ]
    assert found["Wednesday, September 3, 2025"] == ["Opening", "Break", "Talk"]
    assert found["Names and offices"][:2] == ["Gil-dong Hong", "One line."]
    assert found["Agreements"] == ["MOU on Cooperation", "Preamble", "Title", "First", "Second"]


def test_every_printed_text_is_read_and_none_twice() -> None:
    dossier = told(**AGREEMENT)
    whole = {
        line.strip()
        for printed in printed_texts(dossier)
        if printed.field != "names"
        for text in printed.text.values()
        for line in text.splitlines()
    }
    read = {
        line for row in rows(proof(dossier)) for text in row.texts for line in text.text.split("\n")
    }
    assert whole <= read
    numbers = [row.number for row in rows(proof(dossier))]
    assert len(numbers) == len(set(numbers))


def test_paragraphs_stand_beside_each_other_where_there_are_as_many() -> None:
    alike = Text.of(ko="하나\n둘", en="One\n\nTwo")
    found = rows(proof(forum(edition=replace(EDITION, welcome=alike))))
    read = [(row.number, [text.text for text in row.texts]) for row in found]
    assert ("5.1", ["하나", "One"]) in read
    assert ("5.2", ["둘", "Two"]) in read
    unlike = Text.of(ko="하나\n둘", en="One")
    found = rows(proof(forum(edition=replace(EDITION, welcome=unlike))))
    assert ("5", ["하나\n둘", "One"]) in [
        (row.number, [text.text for text in row.texts]) for row in found
    ]


def test_what_is_missing_is_marked() -> None:
    dossier = forum(edition=replace(EDITION, slogan=Text.of(ko="함께")))
    (row,) = [row for row in rows(proof(dossier)) if row.texts[0].text == "함께"]
    assert [text.missing for text in row.texts] == [False, True]
    data = render("proof", proof(dossier), KO_EN).data
    assert "없음" in texts(data)[0]


def test_what_changed_since_the_proof_printed_last() -> None:
    opening, _, talk = SESSIONS
    now = (
        replace(opening, title=Text.of(ko="개회식", en="Grand Opening")),
        replace(talk, summary=Text.of(ko="요약", en="Summary")),
    )
    dossier = published(forum(), forum(sessions=now))
    content = proof(dossier)
    assert "since “v1” (2025-08-01 12:00)" in dict(content.note)["en"]
    changed = {
        text.text or text.was: text.was
        for row in rows(content)
        if row.changed
        for text in row.texts
        if text.language == "en"
    }
    assert changed == {"Grand Opening": "Opening", "Summary": "", "Break": "Break"}
    assert dict(content.groups[-1].title)["en"] == "No longer printed"
    only = proof(dossier, replace(KO_EN, only_changed=True))
    assert rows(only) == [row for row in rows(content) if row.changed]
    assert {row.number for row in rows(only)} < {row.number for row in rows(content)}


def test_a_proof_of_the_draft_or_another_sheet_is_no_proof_to_compare_with() -> None:
    dossier = published(forum(), forum(), printed="program")
    assert not any(row.changed for row in rows(proof(dossier)))
    assert "A bar" not in dict(proof(dossier).note)["en"]
    asked = proof(dossier, replace(KO_EN, since="v1"))
    assert "A bar" in dict(asked.note)["en"]
    with pytest.raises(ForumDeskError, match="v2"):
        proof(dossier, replace(KO_EN, since="v2"))


def test_nothing_changed_or_nothing_there_is_said() -> None:
    same = proof(published(forum(), forum()), replace(KO_EN, only_changed=True))
    assert (same.groups, dict(same.nothing)["en"]) == ((), "Nothing has changed.")
    assert render("proof", same, KO_EN).pages == 1


def test_each_host_has_a_box_in_every_row_and_initials_every_page() -> None:
    content = proof(told())
    assert [host[0][1] for host in content.hosts] == ["한국협회", "미국협회"]
    data = render("proof", content, KO_EN).data
    pages = texts(data)
    assert len(pages) > 1
    for page in pages:
        assert "확인 한국협회 __________ 미국협회 __________" in page
        assert "한국어" in page  # the head of the table comes again
    info = poppler("pdfinfo", "-struct", "-", data=data)
    assert info.count("  TR") >= len(rows(content))


def test_a_forum_without_hosts_has_a_column_all_the_same() -> None:
    content = proof(forum(hosts=()))
    assert [dict(host)["en"] for host in content.hosts] == ["Initials"]


def test_a_proof_in_one_language_or_three() -> None:
    for languages in (("en",), ("ko", "en", "ja")):
        content = proof(forum(), Options(languages=languages))
        assert [tag for tag, _ in content.languages] == list(languages)
        assert {len(row.texts) for row in rows(content)} == {len(languages)}
        assert render("proof", content, Options(languages=languages)).pages >= 1


@pytest.mark.parametrize("paper", ["A4", "Letter", "A3"])
@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
def test_nothing_is_lost_on_any_paper(paper: str, theme: str) -> None:
    options = options_from({"paper": paper, "theme": theme, "large_print": "yes"}, KO_EN)
    content = proof(told(**AGREEMENT), options)
    read = "".join("".join(texts(render("proof", content, options).data)).split())
    for row in rows(content):
        for text in row.texts:
            assert "".join(text.text.split()) in read


def test_a_proof_of_a_draft_says_what_to_do_first() -> None:
    (note,) = (p for p in preflight(forum(), KO_EN, "proof") if p.kind == "proof-of-draft")
    assert str(note.subject) == "edition:edition"
    assert note.phrase.said(words_in("en")) == (
        "This proof is of a draft: changes made after it can't be marked in the next one."
        " Publish a version before it is printed."
    )


def test_a_proof_of_a_draft_before_is_told() -> None:
    drawn = Printing("p1", "edition", "proof", NOON)
    draft = forum(printings=(drawn,))
    assert "proof-of-draft" in {p.kind for p in preflight(draft, KO_EN, "proof")}
    known = published(forum(), forum())
    assert "proof-of-draft" not in {p.kind for p in preflight(known, KO_EN, "proof")}


def test_preflight_of_a_proof_finds_every_text_that_is_missing() -> None:
    (first, *others) = SESSIONS
    dossier = forum(sessions=(replace(first, abstract=Text.of(ko="초록")), *others))
    found = {str(p.subject) for p in preflight(dossier, KO_EN, "proof")}
    assert "session:open:abstract" in found


def test_preflight_of_a_proof_finds_no_fault_in_it() -> None:
    made = render("proof", proof(told()), KO_EN)
    known = published(told(), told())
    kinds = {problem.kind for problem in preflight(known, KO_EN, "proof", made)}
    assert kinds <= {"missing-translation"}
    assert handout("proof").questions[0].name == "since"

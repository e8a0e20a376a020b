# SPDX-License-Identifier: MIT
"""Laws of arranging, over random agendas: what was foreseen happens, and links hold."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import Place, with_places
from forumdesk.domain.shifting import Reach, shifted
from forumdesk.services import arranging, planning
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier
from tests.services.renewing import renewed
from tests.services.small import Small
from tests.services.test_law import quick

NINE = datetime(2024, 6, 27, 9)
_MINUTES = st.integers(0, 12).map(lambda n: n * 5)
_TIMES = st.integers(0, 40).map(lambda n: NINE + timedelta(minutes=n * 15))
_SESSIONS = st.fixed_dictionaries(
    {
        "starts": st.none() | _TIMES,
        "minutes": st.none() | _MINUTES,
        "kind": st.sampled_from([SessionKind.PANEL, SessionKind.BREAK]),
    }
)


def build(desk: ForumFile, edition: str, data: st.DataObject) -> list[str]:
    """A random agenda of sessions and items, some locked, some following others."""
    made: list[str] = []
    for fields in data.draw(st.lists(_SESSIONS, min_size=3, max_size=7)):
        tops = [s.id for s in desk.find(Session, edition=edition, parent=None)]
        parent = data.draw(st.none() | st.sampled_from(tops))
        made.append(planning.add_session(desk, edition, fields, parent=parent).id)
    for session in made:
        attempt(arranging.follow_session, desk, session, data.draw(st.sampled_from(made)))
    arranging.lock_sessions(desk, data.draw(st.lists(st.sampled_from(made), max_size=2)), True)
    return made


def attempt(service: Any, desk: ForumFile, *args: Any) -> bool:
    try:
        service(desk, *args)
    except ForumDeskError:
        return False
    return True


def check_links(before: Dossier, after: Dossier, put: Mapping[str, Place]) -> None:
    """Nothing follows in a circle, what follows begins where it must, what is locked stayed."""
    for session in after.sessions:
        line = {session.id}
        at = session
        while (leader := after.leader_of(at)) is not None:
            assert leader.id not in line
            assert leader.parent == session.parent
            line.add(leader.id)
            at = leader
        was, leader = before.session[session.id], after.leader_of(session)
        if was.locked:
            assert (session.starts, session.minutes) == (was.starts, was.minutes)
        elif leader is not None and leader.ends is not None and leader is not before.leader_of(was):
            moved = before.session[leader.id].ends != leader.ends or session.id in put
            assert not moved or session.starts == leader.ends


def test_what_was_foreseen_happens(made_once: Small, tmp_path: Path) -> None:
    @settings(quick, max_examples=40)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        desk, edition = renew(), made_once.edition.id
        made = build(desk, edition, data)
        before = dossier(desk, edition)
        places: Mapping[str, Place]
        if data.draw(st.booleans()):
            ids = data.draw(st.lists(st.sampled_from(made), min_size=1, unique=True))
            places = {key: Place(data.draw(_TIMES), data.draw(_MINUTES)) for key in ids}
        else:
            session = before.session[data.draw(st.sampled_from(made))]
            if session.starts is None:
                return
            by, reach = data.draw(st.integers(-40, 40)), data.draw(st.sampled_from(Reach))
            places = shifted(before, session, by, reach)
        foreseen = with_places(before, places)
        if attempt(arranging.place_sessions, desk, places):
            after = dossier(desk, edition)
            assert after.sessions == foreseen.sessions
            check_links(before, after, places)

    with renewed(made_once.desk.path, tmp_path / "law.forum") as renew:
        law()

"""No file can hang, crash or fill PlainSpeak: each gives papers or one plain line."""

import socket
from collections.abc import Iterator

import pytest

from conftest import shared
from hostile import CASES, MAY_REACH_A_LIMIT
from hostile.callers import CALLERS
from hostile.checks import (
    OUT_OF_LIMITS,
    Place,
    came_from_a_fault_of_ours,
    open_place,
    reasons,
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Return a place that stays when one file has been read, so that others follow at once."""
    with open_place(tmp_path_factory) as place:
        yield place


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_gives_papers_or_one_plain_line(place: Place, name: str) -> None:
    papers = place.read_bytes(name, CASES[name]())
    assert not any(map(came_from_a_fault_of_ours, papers))
    if name not in MAY_REACH_A_LIMIT:
        assert not reasons(papers) & OUT_OF_LIMITS


def test_hostile_files_are_the_same_each_time() -> None:
    for name, make in CASES.items():
        if "bomb" not in name:
            assert make() == make(), name


def test_there_are_enough_hostile_files() -> None:
    assert len(CASES) > 250


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_difficult_files_of_others_give_papers_or_one_plain_line(
    place: Place, kind: str
) -> None:
    for path in sorted(shared("hostile", kind).iterdir()):
        place.read(path)


# Calling home


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.mark.parametrize("name", CALLERS)
def test_no_file_makes_us_open_a_connection(
    place: Place, listener: socket.socket, name: str
) -> None:
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    papers = place.read_bytes(name, CALLERS[name](address))
    assert not reasons(papers) & OUT_OF_LIMITS
    with pytest.raises(BlockingIOError):
        listener.accept()


def test_the_listener_would_have_heard_a_call(listener: socket.socket) -> None:
    with socket.create_connection(listener.getsockname()):
        listener.accept()[0].close()

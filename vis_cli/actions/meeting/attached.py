"""A paper is laid to a meeting: its file beside the meeting's, and its name at the item that it belongs to."""

import re

from vis_cli.actions.agreement.wish import suggested_id
from vis_cli.actions.meeting.texts import head, not_now, used_ids
from vis_cli.actions.step import Forbidden, Step, put_in, with_item_in
from vis_cli.documents.pdf_personal import ENDING, personal
from vis_cli.errors import N_, Failure
from vis_cli.model.meeting import Attachment, Meeting
from vis_cli.model.values import FILE_NAME_PATTERN
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import append_item

_OVER = ("approved", "cancelled")


def attach(
    registry: Registry,
    record: Record[Meeting],
    title: str,
    item: int | None,
    *,
    file: tuple[str, bytes] | None = None,
    missing: str | None = None,
) -> Step:
    """A paper with its file, or with the reason why the file is not here; at an item, by its index, or at none.

    Raises Forbidden where the minutes are approved, the meeting is cancelled, it has a paper of that title or file, or
    the file is a PDF in which a personal identity number or a secret is written;
    Failure where the file's name is none that a paper can have.
    """
    meeting = record.entity
    if meeting.status in _OVER:
        raise not_now(record)
    _refuse_twice(registry, record, title, file)
    _refuse_personal(file)
    taken = used_ids(meeting)
    made = suggested_id(title) or "handling"
    id = next(id for id in (made, *(f"{made[:56]}-{number}" for number in range(2, 1000))) if id not in taken)
    paper = Attachment.model_construct(id=id, title=title, file=file[0] if file else None, missing=missing)
    text = with_item_in(record.file.text, Meeting, (), "attachments", paper)
    if item is not None:
        route = ("items", item, "papers")
        has = bool(meeting.items[item].papers)
        text = append_item(text, route, id) if has else put_in(text, Meeting, route, [id])
    files = {_path(record, file[0]): file[1]} if file else {}
    return Step({record.file.path: text}, f"{head(registry, meeting)}: handlingen {title}", files=files)


def _refuse_personal(file: tuple[str, bytes] | None) -> None:
    """A PDF is read where it enters; of other files the check of the whole change reads the words."""
    if file is None or not file[0].lower().endswith(ENDING):
        return
    for found in personal(*file) or ():
        raise Forbidden(found.message, hint=found.help, about="file", **found.values)


def _path(record: Record[Meeting], name: str) -> str:
    return f"{record.file.path.removesuffix('.yaml')}/{name}"


def _refuse_twice(registry: Registry, record: Record[Meeting], title: str, file: tuple[str, bytes] | None) -> None:
    if any(paper.title == title for paper in record.entity.attachments):
        raise Forbidden(N_("the meeting has a paper `{title}` already"), about="title", title=title)
    if file is None:
        return
    if not re.match(FILE_NAME_PATTERN, file[0]):
        raise Failure(N_("`{name}` is no name that a paper can have"), hint=N_("give the file another"), name=file[0])
    if _path(record, file[0]) in registry.attachments:
        raise Forbidden(
            N_("`{name}` is in the meeting's folder already"),
            hint=N_("give the file another name"),
            about="file",
            name=file[0],
        )

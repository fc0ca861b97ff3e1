"""Persons and their posts: somebody new, somebody who changes post. What was so before stays on record. (R-DATA-3)"""

from collections.abc import Mapping, Sequence

from vis_cli.actions.agreement.wish import suggested_id
from vis_cli.actions.filed import refuse_id
from vis_cli.actions.group.seats import leave
from vis_cli.actions.step import Forbidden, Step, plain, put_in
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.facts.days import day_before
from vis_cli.facts.names import name_of
from vis_cli.facts.spelling import keys
from vis_cli.facts.terms import backwards, possible
from vis_cli.facts.touched import Touch
from vis_cli.model.citing import AtItem
from vis_cli.model.contact import Contact, Ksa, Substitute
from vis_cli.model.group import Group
from vis_cli.model.person import Person, Post
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import add_key, append_item
from vis_cli.source.emit import emit


def new(registry: Registry, id: str, name: str, post: Post, *, anyway: bool = False) -> Step:
    """An official who is not in the register yet. Raises Failure where the id is taken, or the name is known."""
    id = id or suggested_id(name)
    if not id:
        raise Failure(N_("no id can be made of the name {name}"), hint=N_("say which with --id"), name=name)
    for record in registry.all(Person):
        if not anyway and any(keys(name) & keys(known) for known in (record.entity.name, *record.entity.aliases)):
            raise Failure(
                N_("{name} is in the register already, as `{id}`"),
                hint=N_("`vis person move {id}` gives a new post; --anyway is for another person of that name"),
                name=record.entity.name,
                id=record.id,
            )
    refuse_id(registry, Person, id)
    entry = {"name": name, "posts": [plain(post)]}
    file = registry.files.get(Person.path)
    text = add_key(file.text, (), id, entry) if file else emit({id: entry})
    return Step({Person.path: text}, f"Ny person: {name}, {_words(registry, post)}")


def move(
    registry: Registry,
    person: Record[Person],
    post: Post,
    leaving: Mapping[str, Sequence[int]],
    at: AtItem | None = None,
    sources: Sequence[str] = (),
    *,
    keeps: bool = False,
    contacts: Sequence[Touch] = (),
) -> Step:
    """Another post: the ones that go on end the day before, unless the person `keeps` them, and the seats in `leaving`.

    `leaving` are the numbers of seats by group; `contacts` what the person no longer is in an area. Raises Forbidden
    where it cannot be, Failure where a decision on a seat is not named.
    """
    assert post.since, "said before"
    if backwards(post):
        raise Forbidden(N_("the post ends before it begins"), about="until")
    last, route = day_before(post.since), person.base
    text = person.file.text
    for index, old in enumerate(person.entity.posts):
        if possible(old).last < post.since.earliest or keeps:
            continue
        if old.since and old.since.earliest > last.latest:
            raise Forbidden(
                N_("{name} is {post} from {since}, and the new post begins {date}"),
                hint=N_("a wrong date is corrected in {path}"),
                about="from",
                name=person.name,
                post=_words(registry, old),
                since=old.since,
                date=post.since,
                path=person.file.path,
            )
        if (old.title, old.organisation, old.unit) == (post.title, post.organisation, post.unit):
            raise Forbidden(N_("{name} is {post} already"), name=person.name, post=_words(registry, old))
        text = put_in(text, Person, (*route, "posts", index, "until"), str(last))
    text = append_item(text, (*person.base, "posts"), plain(post))
    changes, notices = {person.file.path: text}, list[Notice]()
    for id, indexes in leaving.items():
        group = registry.get(Group, id)
        assert group, "found before"
        step = leave(registry, group, indexes, last, at, sources)
        changes |= step.changes
        notices += [notice for notice in step.notices if notice not in notices]
    for touch in contacts:
        file = touch.source.file
        changes[file.path] = _contact_ended(person, changes.get(file.path, file.text), touch, last)
    message = f"{person.name} byter tjänst: {_words(registry, post)} från {post.since}"
    return Step(changes, message, tuple(notices))


def _contact_ended(person: Record[Person], text: str, touch: Touch, last: When) -> str:
    """The text of an area's contacts, in which the person no longer is what the touch says. Raises Forbidden."""
    part = touch.part
    assert isinstance(part, Ksa | Substitute), "chosen so"
    if part.since and last.latest < part.since.earliest:
        raise Forbidden(
            N_("{name} came to `{path}` {since}, and cannot leave it {until}"),
            about="from",
            name=person.name,
            path=touch.source.file.path,
            since=part.since,
            until=last,
        )
    return put_in(text, Contact, (*touch.reference.route[:-1], "until"), str(last))


def _words(registry: Registry, post: Post) -> str:
    where = ", ".join(part for part in (post.unit, name_of(registry, post.organisation, "organisation")) if part)
    return f"{post.title}, {where}"

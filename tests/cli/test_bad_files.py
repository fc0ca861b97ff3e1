"""Every file that is refused, through the real program: where, with which code, and what is said.

One run judges many files, so a register with many bad files is one test.
"""

import ctypes
import json
import os
import socket
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.program import VIS_YAML, Done, check, register, vis

GROUP = """\
name: Exempelgruppen
type: steering
level: regional
status: active
"""


def groups(texts: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Files of groups by their ids; a text that does not begin with its id is added to a valid group."""
    files: dict[str, str | bytes] = {}
    for id, text in texts.items():
        whole = isinstance(text, bytes) or text.startswith(f"id: {id}\n")
        files[f"registry/groups/{id}.yaml"] = text if whole else f"id: {id}\n{GROUP}{text}"
    return files


def raw(texts: Mapping[str, str]) -> dict[str, str | bytes]:
    """Files of groups by their ids, each with nothing but its text."""
    return {f"registry/groups/{id}.yaml": text for id, text in texts.items()}


def reported(done: Done, code: int = 1) -> str:
    """The report, where the run ended as it should and said nothing else."""
    assert (done.code, done.err) == (code, "")
    return done.out.replace("registry/groups/", "")


def without_privileges() -> None:
    """Take from the process what lets root read every file; where nothing is taken, it is not root."""
    if sys.platform == "linux":
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def test_a_file_that_is_not_utf8_is_refused_and_its_encoding_is_named(tmp_path: Path) -> None:
    done = check(
        tmp_path,
        groups(
            {
                "latin": f"id: latin\n{GROUP}subject: vård och omsorg\n".encode("latin-1"),
                "utf-sixteen-be": b"\xfe\xff" + f"id: x\n{GROUP}".encode("utf-16-be"),
                "utf-sixteen": f"id: x\n{GROUP}".encode("utf-16"),
                "utf-sixteen-bare": f"id: x\n{GROUP}".encode("utf-16-le"),
                "utf-eight-cut": f"id: x\n{GROUP}subject: vå".encode()[:-1],
                "surrogate": b"id: x\nname: \xed\xa0\x80\n",
                "overlong": b"id: x\nname: \xc0\xaf\n",
            }
        ),
    )
    assert (
        reported(done)
        == """\
latin.yaml:6:11: error[VIS001] the file is not UTF-8; it looks like Latin-1
overlong.yaml:2:7: error[VIS001] the file is not UTF-8; it looks like Latin-1
surrogate.yaml:2:7: error[VIS001] the file is not UTF-8; it looks like Latin-1
utf-eight-cut.yaml:6:11: error[VIS001] the file is not UTF-8; it looks like Latin-1
utf-sixteen-bare.yaml:1:2: error[VIS003] the character U+0000 may not stand in a file
utf-sixteen-be.yaml:1:1: error[VIS001] the file is not UTF-8; it looks like UTF-16
utf-sixteen.yaml:1:1: error[VIS001] the file is not UTF-8; it looks like UTF-16
"""
    )


def test_characters_that_act_or_cannot_be_seen_are_refused_where_they_stand(tmp_path: Path) -> None:
    done = check(
        tmp_path,
        groups(
            {
                "bell": "subject: a\x07b\n",
                "bidi": "subject: a\u202eb\n",
                "bom": "\ufeff".encode() + f"id: bom\n{GROUP}".encode(),
                "bom-inside": "subject: a\ufeffb\n",
                "carriage-return": "subject: a\rb\n",
                "comment": "# \u2066 in a comment\n",
                "delete": "subject: a\x7fb\n",
                "escape": "subject: a\x1b[31mb\n",
                "filler": "subject: a\u3164b\n",
                "isolate": "subject: a\u2067b\n",
                "joiner": "subject: a\u200db\n",
                "key": "sub\u200bject: a\n",
                "line-separator": "subject: a\u2028b\n",
                "next-line": "subject: a\x85b\n",
                "noncharacter": "subject: a\ufdd0b\n",
                "nul-sign": "subject: a\0b\n",
                "paragraph-separator": "subject: a\u2029b\n",
                "private": "subject: a\ue000b\n",
                "soft-hyphen": "subject: a\xadb\n",
                "tab": "reached:\n\ton: 2031-03-01\n",
                "tab-inside": "subject: a\tb\n",
                "tag-character": "subject: a\U000e0041b\n",
                "zero-width": "subject: a\u200bb\n",
            }
        ),
    )
    assert (
        reported(done)
        == """\
bell.yaml:6:11: error[VIS003] the character U+0007 may not stand in a file
bidi.yaml:6:11: error[VIS005] U+202E RIGHT-TO-LEFT OVERRIDE cannot be seen, and changes what is read
bom-inside.yaml:6:11: error[VIS005] U+FEFF ZERO WIDTH NO-BREAK SPACE cannot be seen, and changes what is read
bom.yaml:1:1: error[VIS002] the file begins with a byte order mark
carriage-return.yaml:6:11: error[VIS003] the character U+000D may not stand in a file
comment.yaml:6:3: error[VIS005] U+2066 LEFT-TO-RIGHT ISOLATE cannot be seen, and changes what is read
delete.yaml:6:11: error[VIS003] the character U+007F may not stand in a file
escape.yaml:6:11: error[VIS003] the character U+001B may not stand in a file
filler.yaml:6:11: error[VIS005] U+3164 HANGUL FILLER cannot be seen, and changes what is read
isolate.yaml:6:11: error[VIS005] U+2067 RIGHT-TO-LEFT ISOLATE cannot be seen, and changes what is read
joiner.yaml:6:11: error[VIS005] U+200D ZERO WIDTH JOINER cannot be seen, and changes what is read
key.yaml:6:4: error[VIS005] U+200B ZERO WIDTH SPACE cannot be seen, and changes what is read
line-separator.yaml:6:11: error[VIS004] U+2028 LINE SEPARATOR ends a line for some programs and not for others
next-line.yaml:6:11: error[VIS004] U+0085 ends a line for some programs and not for others
noncharacter.yaml:6:11: error[VIS003] the character U+FDD0 may not stand in a file
nul-sign.yaml:6:11: error[VIS003] the character U+0000 may not stand in a file
paragraph-separator.yaml:6:11: error[VIS004] U+2029 PARAGRAPH SEPARATOR ends a line for some programs and not for others
private.yaml:6:11: error[VIS003] the character U+E000 may not stand in a file
soft-hyphen.yaml:6:11: error[VIS005] U+00AD SOFT HYPHEN cannot be seen, and changes what is read
tab-inside.yaml:6:11: error[VIS008] there is a tab
tab.yaml:7:1: error[VIS008] there is a tab
tag-character.yaml:6:11: error[VIS005] U+E0041 TAG LATIN CAPITAL LETTER A cannot be seen, and changes what is read
zero-width.yaml:6:11: error[VIS005] U+200B ZERO WIDTH SPACE cannot be seen, and changes what is read
"""
    )


def test_an_escape_cannot_smuggle_in_what_may_not_stand_in_a_file(tmp_path: Path) -> None:
    done = check(
        tmp_path,
        groups(
            {
                "bidi": 'subject: "a\\u202eb"\n',
                "decomposed": 'subject: "a\\u030a"\n',
                "fine": 'subject: "\\u00e5 \\x41 \\"b\\" c"\n',
                "in-a-key": '"sub\\u200bject": a\n',
                "in-a-list": 'aliases:\n  - "a\\eb"\n',
                "line-separator": 'subject: "a\\Lb"\n',
                "next-line": 'subject: "a\\Nb"\n',
                "nul-sign": 'subject: "a\\0b"\n',
                "surrogate": 'subject: "\\ud800"\n',
            }
        ),
    )
    assert (
        reported(done).replace(", which may not stand in a value", "")
        == """\
bidi.yaml:6:10: error[VIS005] an escape makes the character U+202E RIGHT-TO-LEFT OVERRIDE
decomposed.yaml:6:10: error[VIS006] an escape makes letters of a base and a combining mark (not NFC)
in-a-key.yaml:6:1: error[VIS005] an escape makes the character U+200B ZERO WIDTH SPACE
in-a-list.yaml:7:5: error[VIS003] an escape makes the character U+001B
line-separator.yaml:6:10: error[VIS004] an escape makes the character U+2028 LINE SEPARATOR
next-line.yaml:6:10: error[VIS004] an escape makes the character U+0085
nul-sign.yaml:6:10: error[VIS003] an escape makes the character U+0000
surrogate.yaml:6:13: error[VIS009] not readable as YAML: found invalid Unicode character escape code
"""
    )


def test_letters_that_are_not_nfc_are_reported_and_the_rest_of_the_file_is_judged(tmp_path: Path) -> None:
    done = check(tmp_path, groups({"nfd": "subject: va\u030ard\nunknown: x\n"}))
    assert (
        reported(done)
        == """\
nfd.yaml:6:11: error[VIS006] letters are written as a base and a combining mark (not NFC)
nfd.yaml:7:1: error[VIS041] the key `unknown` is not known here
"""
    )


def test_a_merge_conflict_is_called_one(tmp_path: Path) -> None:
    done = check(
        tmp_path,
        groups(
            {
                "ours": "<<<<<<< HEAD\nsubject: a\n=======\nsubject: b\n>>>>>>> gren\n",
                "only-the-middle": "subject: a\n=======\n",
                "base": "||||||| 1a2b3c4\nsubject: a\n",
                "windows": "subject: a\r\n>>>>>>> gren\r\n",
                "fine": "subject: a <<<<<<< b\nlocal_link: >-\n  =======\n",
            }
        ),
    )
    assert (
        reported(done)
        == """\
base.yaml:6:1: error[VIS007] a merge conflict is left in the file
only-the-middle.yaml:7:1: error[VIS007] a merge conflict is left in the file
ours.yaml:6:1: error[VIS007] a merge conflict is left in the file
windows.yaml:1:1: warning[VIS027] the lines end as on Windows (CRLF)
windows.yaml:7:1: error[VIS007] a merge conflict is left in the file
"""
    )


def test_of_yaml_only_plain_maps_lists_and_values_are_read(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{y}: &{y} [*{x}, *{x}]\n" for x, y in zip("abcdefgh", "bcdefghi", strict=True))
    merges = "a: &a {k: v}\n" + "".join(
        f"{y}: &{y}\n  <<: [*{x}, *{x}]\n" for x, y in zip("abcdefgh", "bcdefghi", strict=True)
    )
    done = check(
        tmp_path,
        {
            **groups(
                {
                    "alias": "aliases: &a [x]\nremarks: *a\n",
                    "anchor": "aliases: &a [x]\n",
                    "anchor-on-a-key": "&a subject: x\n",
                    "merge": "<<: {subject: a}\n",
                    "second": "---\nsubject: a\n",
                    "self": "aliases: &a [*a]\n",
                    "tag": "subject: !!str x\n",
                    "tag-bare": "subject: ! x\n",
                    "tag-own": "subject: !python/object/apply:os.system x\n",
                    "twice": "name: Exempelgruppen\n",
                    "twice-deeper": "reached:\n  on: 2031-03-01\n  decision: a\n  on: 2031-04-01\n",
                }
            ),
            **raw(
                {
                    "directive": "%YAML 1.2\n---\nid: directive\n",
                    "directive-below-a-comment": "# x\n%TAG ! x\n---\nid: x\n",
                    "map-tag": "!!map\nid: map-tag\n",
                    "laughs": bomb,
                    "merges": merges,
                }
            ),
        },
    )
    assert [line for line in reported(done).splitlines() if not line.startswith(("laughs", "merges"))] == [
        "alias.yaml:6:10: error[VIS011] anchors (`&`) are not used here",
        "alias.yaml:7:10: error[VIS012] aliases (`*`) are not used here",
        "anchor-on-a-key.yaml:6:1: error[VIS011] anchors (`&`) are not used here",
        "anchor.yaml:6:10: error[VIS011] anchors (`&`) are not used here",
        "directive-below-a-comment.yaml:2:1: error[VIS015] directives (`%`) are not used here",
        "directive.yaml:1:1: error[VIS015] directives (`%`) are not used here",
        "map-tag.yaml:1:1: error[VIS013] tags (`!`) are not used here",
        "merge.yaml:6:1: error[VIS014] merge keys (`<<`) are not used here",
        "second.yaml:6:1: error[VIS016] a second document begins here",
        "self.yaml:6:10: error[VIS011] anchors (`&`) are not used here",
        "self.yaml:6:14: error[VIS012] aliases (`*`) are not used here",
        "tag-bare.yaml:6:10: error[VIS013] tags (`!`) are not used here",
        "tag-own.yaml:6:10: error[VIS013] tags (`!`) are not used here",
        "tag.yaml:6:10: error[VIS013] tags (`!`) are not used here",
        "twice-deeper.yaml:9:3: error[VIS010] the key `on` stands twice",
        "twice.yaml:6:1: error[VIS010] the key `name` stands twice",
    ]
    codes = {path: {place[-6:] for place in done.found if path in place} for path in ("laughs", "merges")}
    assert codes == {"laughs": {"VIS011", "VIS012"}, "merges": {"VIS011", "VIS012", "VIS014"}}


def test_a_key_that_stands_twice_is_shown_in_both_places(tmp_path: Path) -> None:
    files = groups({"twice": "reached:\n  decision: a\n  decision: b\n"})
    done = vis("check", "--format", "text", "--select", "VIS0", cwd=register(tmp_path, files))
    assert (
        done.out
        == """\
registry/groups/twice.yaml:8:3: error[VIS010] the key `decision` stands twice
   7 │   decision: a
   8 │   decision: b
     │   ^^^^^^^^
   registry/groups/twice.yaml:7:3: it stands here first
   help: keep one of them; two often come from a merge that Git found clean  ·  vis explain VIS010

files: 1, entities: 1, errors: 1, warnings: 0, gaps: 0
"""
    )


def test_a_file_that_holds_nothing_is_refused(tmp_path: Path) -> None:
    nothing = {
        "blank": "\n  \n",
        "comment": "# nothing yet\n",
        "dots": "---\n...\n",
        "null": "null\n",
        "tilde": "---\n~\n",
        "zero": "",
    }
    assert reported(check(tmp_path, raw(nothing))) == "".join(
        f"{id}.yaml:1:1: error[VIS017] the file holds nothing\n" for id in sorted(nothing)
    )


def test_what_is_nested_too_deep_is_refused_at_once(tmp_path: Path) -> None:
    begun = time.monotonic()
    done = check(
        tmp_path,
        raw(
            {
                "blocks": "".join(" " * depth + "a:\n" for depth in range(500)),
                "brackets": "[" * 30_000,
                "brackets-on-lines": "[\n" * 30_000,
                "deep-enough": "".join(" " * depth + "a:\n" for depth in range(24)),
                "dashes": "- " * 4_000,
                "dashes-on-lines": "".join(" " * depth + "-\n" for depth in range(500)),
                "explicit-keys": "? " * 4_000,
                "maps": "{a: \n" * 30_000,
                "mixed": "[{a: " * 1_000,
            }
        ),
    )
    assert time.monotonic() - begun < 5
    deepest = "deep-enough.yaml:1:1: error[VIS041] the key `a` is not known here\n"
    missing = "".join(
        f"deep-enough.yaml:1:1: error[VIS040] `{key}` is missing\n" for key in ("id", "level", "name", "status", "type")
    )
    assert (
        reported(done).replace(missing, "").replace(deepest, "")
        == """\
blocks.yaml:25:25: error[VIS018] nested deeper than 24 levels
brackets-on-lines.yaml:25:1: error[VIS018] nested deeper than 24 levels
brackets.yaml:1:8193: error[VIS021] the line is longer than 8192 characters
dashes-on-lines.yaml:25:25: error[VIS018] nested deeper than 24 levels
dashes.yaml:1:49: error[VIS018] nested deeper than 24 levels
explicit-keys.yaml:1:3: error[VIS009] a key must be a word, not a list or a map
maps.yaml:25:1: error[VIS018] nested deeper than 24 levels
mixed.yaml:1:61: error[VIS018] nested deeper than 24 levels
"""
    )


def test_what_is_too_large_is_refused_at_once(tmp_path: Path) -> None:
    huge = register(tmp_path) / "registry/groups/huge.yaml"
    huge.parent.mkdir()
    with huge.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    begun = time.monotonic()
    done = check(
        tmp_path,
        {
            **groups(
                {
                    "line": f"subject: {'x' * 9_000}\n",
                    "line-of-wide-characters": f"subject: {'å' * 8_000}\n",
                    "text": "mandate:\n  purposes:\n    agreements: >-\n" + f"      {'x' * 1_000}\n" * 70,
                }
            ),
            **raw({"file": "# x\n" * 70_000, "values": "a:\n" + "- 1\n" * 20_001}),
        },
    )
    assert time.monotonic() - begun < 5
    assert (
        reported(done)
        == """\
file.yaml:1:1: error[VIS022] the file is larger than 256 KiB
huge.yaml:1:1: error[VIS022] the file is larger than 256 KiB
line-of-wide-characters.yaml:6:10: error[VIS050] longer than 1000 characters
line.yaml:6:8193: error[VIS021] the line is longer than 8192 characters
text.yaml:8:17: error[VIS020] a value longer than 64 KiB
values.yaml:20002:3: error[VIS019] more than 20000 values in one file
"""
    )


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of memory that holds")
def test_a_huge_file_takes_little_memory(tmp_path: Path) -> None:
    import resource

    huge = register(tmp_path) / "registry/groups/huge.yaml"
    huge.parent.mkdir()
    with huge.open("wb") as file:
        file.truncate(2 * 1024 * 1024 * 1024)
    limit = 512 * 1024 * 1024
    done = vis("check", cwd=tmp_path, prepare=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
    assert done.code == 1
    assert "error[VIS022]" in done.out


@pytest.mark.parametrize(
    "text",
    [
        "a:\n" * 19_999,
        "".join(f"k{i}:\n" for i in range(9_000)) * 2,
        f"id: many\n{GROUP}" + "".join(f"status{i}:\n" for i in range(18_000)),
        f"id: many\n{GROUP}members:\n" + "- {}\n" * 19_900,
        f"id: many\n{GROUP}aliases:\n" + "- b\n" * 10_000 + "# vis: allow\n" * 15_000,
    ],
    ids=["one key again and again", "every key twice", "unknown keys", "empty maps", "comments that allow nothing"],
)
def test_a_file_of_many_thousand_faults_is_reported_in_seconds(tmp_path: Path, text: str) -> None:
    done = vis("check", "--format", "concise", "--select", "VIS0,VIS9", cwd=register(tmp_path, raw({"many": text})))
    assert done.code == 1
    assert len(done.lines) > 8_000


@pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and sockets")
def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    register(tmp_path, {"utanför/groups/exempel-a.yaml": f"id: exempel-a\n{GROUP}", **groups({"real": ""})})
    here = tmp_path / "registry/groups"
    (here / "link.yaml").symlink_to(tmp_path / "utanför/groups/exempel-a.yaml")
    (here / "device.yaml").symlink_to("/dev/zero")
    (here / "loop.yaml").symlink_to("loop.yaml")
    (here / "nowhere.yaml").symlink_to("/no/such/file")
    (here / "folder").symlink_to(tmp_path / "utanför/groups")
    (tmp_path / "registry/contacts").symlink_to(tmp_path / "registry/contacts")
    os.mkfifo(here / "pipe.yaml")
    with socket.socket(socket.AF_UNIX) as server:
        folder = os.open(here, os.O_RDONLY)
        server.bind(f"/proc/self/fd/{folder}/socket.yaml" if sys.platform == "linux" else str(here / "socket.yaml"))
        os.close(folder)
        begun = time.monotonic()
        done = check(tmp_path)
    assert time.monotonic() - begun < 5
    said = "error[VIS023] this is a link or a device, not a file; it was not opened"
    assert reported(done).splitlines() == [
        f"registry/contacts:1:1: {said}",
        *(f"{name}:1:1: {said}" for name in ("device.yaml", "folder", "link.yaml", "loop.yaml", "nowhere.yaml")),
        *(f"{name}:1:1: {said}" for name in ("pipe.yaml", "socket.yaml")),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_what_a_linked_folder_hides_is_not_called_unknown(tmp_path: Path) -> None:
    register(tmp_path, {"registry/contacts/exempelby.yaml": "id: exempelby\nksa:\n  - person: exempel-a\n"})
    (tmp_path / "utanför").mkdir()
    (tmp_path / "registry/groups").symlink_to(tmp_path / "utanför")
    (tmp_path / "registry/people.yaml").symlink_to(tmp_path / "utanför/people.yaml")
    vis_yaml = tmp_path / "registry/vis.yaml"
    vis_yaml.write_text(f"{VIS_YAML}secretariat: exempelgruppen\n", encoding="utf-8")
    assert check(tmp_path).found == ["registry/groups:1:1 VIS023", "registry/people.yaml:1:1 VIS023"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_linked_registry_is_not_followed(tmp_path: Path) -> None:
    register(tmp_path / "elsewhere")
    (tmp_path / "here").mkdir()
    (tmp_path / "here/registry").symlink_to(tmp_path / "elsewhere/registry")
    done = check(tmp_path / "here")
    assert (done.code, done.found) == (1, ["registry:1:1 VIS023"])


def test_a_name_must_be_the_id_and_have_a_kind_that_owns_it(tmp_path: Path) -> None:
    done = check(
        tmp_path,
        {
            **raw({"other": f"id: exempelgruppen\n{GROUP}"}),
            "registry/groups/Versaler.yaml": f"id: versaler\n{GROUP}",
            "registry/groups/två ord.yaml": f"id: tva-ord\n{GROUP}",
            "registry/groups/ending.yml": f"id: ending\n{GROUP}",
            "registry/groups/x.yaml.txt": "",
            "registry/groups/below/x.yaml": f"id: x\n{GROUP}",
            "registry/grupper/x.yaml": f"id: x\n{GROUP}",
            "registry/notes.txt": "",
            "agreements/exempel/readme.md": "",
            "registry/meetings/exempelgruppen/2031-2-3.yaml": "",
            "registry/meetings/exempelgruppen/٢٠٣١-٠٢-١٩.yaml": "",
            "registry/meetings/exempelgruppen/2031-02-19/Bilaga 1.pdf": b"%PDF",
            "registry/.hidden": "",
            "docs/anything.yaml": "[",
        },
    )
    assert (
        reported(done)
        == """\
agreements/exempel/readme.md:1:1: error[VIS026] no kind of entity has its files here
Versaler.yaml:1:1: error[VIS030] `Versaler.yaml` is not a name that an id can have
below/x.yaml:1:1: error[VIS026] no kind of entity has its files here
ending.yml:1:1: error[VIS026] no kind of entity has its files here
other.yaml:1:5: error[VIS024] the id `exempelgruppen` is not the file's name, which gives `other`
två ord.yaml:1:1: error[VIS030] `två ord.yaml` is not a name that an id can have
x.yaml.txt:1:1: error[VIS026] no kind of entity has its files here
registry/grupper/x.yaml:1:1: error[VIS026] no kind of entity has its files here
registry/meetings/exempelgruppen/2031-2-3.yaml:1:1: error[VIS030] `2031-2-3.yaml` is not a name that an id can have
registry/meetings/exempelgruppen/٢٠٣١-٠٢-١٩.yaml:1:1: error[VIS030] `٢٠٣١-٠٢-١٩.yaml` is not a name that an id can have
registry/notes.txt:1:1: error[VIS026] no kind of entity has its files here
"""
    )


def test_names_that_are_one_name_on_other_systems_collide(tmp_path: Path) -> None:
    register(tmp_path, groups({"exempel": ""}))
    for name in ("Exempel.yaml", "g\u00e5.yaml", "ga\u030a.yaml", "STRASSE", "straße"):
        (tmp_path / "registry/groups" / name).write_text("", encoding="utf-8")
    if len(list((tmp_path / "registry/groups").iterdir())) != 6:
        pytest.skip("this file system takes them for one already")
    done = check(tmp_path)
    assert [line for line in reported(done).splitlines() if "VIS025" in line] == [
        "exempel.yaml:1:1: error[VIS025] `exempel.yaml` and `Exempel.yaml` are one name on Windows and macOS",
        "gå.yaml:1:1: error[VIS025] `gå.yaml` and `ga\u030a.yaml` are one name on Windows and macOS",
        "straße:1:1: error[VIS025] `straße` and `STRASSE` are one name on Windows and macOS",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that takes any bytes for a name")
def test_a_name_stays_on_its_line_whatever_is_in_it(tmp_path: Path) -> None:
    register(tmp_path)
    here = os.fsencode(tmp_path / "registry")
    for name in (
        b"groups\n::error file=x::hacked",
        b"latin-\xe5.yaml",
        b"escape-\x1b[31mred\x1b]0;title\x07.yaml",
        b"bidi-\xe2\x80\xae.yaml",
        b"tab\tand\rreturn",
        b"line\xe2\x80\xa8separator",
        b"brace{0}{name}",
        b"-option",
        b"%0A",
    ):
        Path(os.fsdecode(here + b"/" + name)).write_bytes(b"")
    (tmp_path / "registry/groups").mkdir()
    Path(os.fsdecode(here + b"/groups/\xff\n.yaml")).write_bytes(b"")
    for format in ("concise", "text", "json", "github"):
        done = vis("check", "--format", format, "--select=VIS0", cwd=tmp_path)
        assert done.code == 1
        assert done.err == ""
        assert all(character == "\n" or character.isprintable() for character in done.out)
        if format == "github":
            assert all(line.startswith("::error file=registry/") for line in done.lines)
            assert len(done.lines) == 10
        if format == "concise":
            found = done.found
    assert found == [
        "registry/%0A:1:1 VIS026",
        "registry/-option:1:1 VIS026",
        r"registry/bidi-\u202e.yaml:1:1 VIS026",
        "registry/brace{0}{name}:1:1 VIS026",
        r"registry/escape-\x1b[31mred\x1b]0;title\x07.yaml:1:1 VIS026",
        r"registry/groups\x0a::error file=x::hacked:1:1 VIS026",
        r"registry/groups/\xff\x0a.yaml:1:1 VIS030",
        r"registry/latin-\xe5.yaml:1:1 VIS026",
        r"registry/line\u2028separator:1:1 VIS026",
        r"registry/tab\x09and\x0dreturn:1:1 VIS026",
    ]


def test_what_cannot_be_read_is_reported_and_the_rest_is_judged(tmp_path: Path) -> None:
    register(tmp_path, groups({"closed": "", "open": "unknown: x\n"}))
    (tmp_path / "registry/groups/closed.yaml").chmod(0)
    done = vis("check", "--format", "concise", "--select=VIS0", cwd=tmp_path, prepare=without_privileges)
    assert (
        reported(done)
        == """\
closed.yaml:1:1: error[VIS028] the file cannot be read: Permission denied
open.yaml:6:1: error[VIS041] the key `unknown` is not known here
"""
    )


def test_a_folder_that_cannot_be_read_stops_the_check(tmp_path: Path) -> None:
    register(tmp_path, groups({"exempel": ""}))
    (tmp_path / "registry/groups").chmod(0)
    done = vis("check", cwd=tmp_path, prepare=without_privileges)
    (tmp_path / "registry/groups").chmod(0o700)
    assert (done.code, done.out) == (5, "")
    assert done.err == "vis: the folder `registry/groups` cannot be read: Permission denied\n"


def test_a_folder_in_the_place_of_a_file_is_no_file(tmp_path: Path) -> None:
    register(tmp_path, {"registry/people.yaml/x": "", "registry/vis.yaml/x.yaml": ""}, vis_yaml=None)
    assert check(tmp_path).found == [
        "registry/people.yaml/x:1:1 VIS026",
        "registry/vis.yaml:1:1 VIS031",
        "registry/vis.yaml/x.yaml:1:1 VIS026",
    ]


def test_folders_in_folders_in_folders_are_walked(tmp_path: Path) -> None:
    depth = 1_200  # more than Python would call itself
    folders = [f"{register(tmp_path)}/registry{'/d' * level}" for level in range(1, depth + 1)]
    for folder in folders:
        Path(folder).mkdir()
    Path(f"{folders[-1]}/x").write_text("")
    done = check(tmp_path)
    Path(f"{folders[-1]}/x").unlink()
    for folder in reversed(folders):  # what removes the folders of tests would call itself too
        Path(folder).rmdir()
    assert (done.code, done.found) == (1, [f"registry/{'d/' * depth}x:1:1 VIS026"])


def test_faults_of_yaml_are_told_in_words_with_a_remedy(tmp_path: Path) -> None:
    done = vis(
        *("check", "--format", "text", "--select", "VIS0"),
        cwd=register(
            tmp_path,
            {
                **raw(
                    {
                        "at": "a: @x\n",
                        "backslash": 'a: "C:\\Users"\n',
                        "bracket": "a: [b, c\nd: e\n",
                        "colon": "a: b: c\n",
                        "complex-key": "[a]: b\n",
                        "indent": "a:\n  b: 1\n c: 2\n",
                        "quote": 'a: "b\nc: d\n',
                        "source": "a: [ x, 003:34-35 ]\n",
                        "time": "a: [08:30, 09:00]\n",
                    }
                ),
            },
        ),
    )
    assert done.code == 1
    assert (
        done.out.replace("registry/groups/", "")
        == """\
at.yaml:1:4: error[VIS009] a value cannot begin with this character
   1 │ a: @x
     │    ^
   help: quote the value  ·  vis explain VIS009

backslash.yaml:1:9: error[VIS009] there is no such escape after the backslash
   1 │ a: "C:\\Users"
     │         ^
   help: use single quotes, or write the backslash twice  ·  vis explain VIS009

bracket.yaml:1:4: error[VIS009] the list that begins with `[` is not closed
   1 │ a: [b, c
     │    ^
   help: vis explain VIS009

colon.yaml:1:5: error[VIS009] a colon that begins a value is not expected here
   1 │ a: b: c
     │     ^
   help: quote the text if the colon belongs to it  ·  vis explain VIS009

complex-key.yaml:1:1: error[VIS009] a key must be a word, not a list or a map
   1 │ [a]: b
     │ ^
   help: vis explain VIS009

indent.yaml:3:2: error[VIS009] a key was expected here
   2 │   b: 1
   3 │  c: 2
     │  ^
   help: check the indentation of this line and the one above  ·  vis explain VIS009

quote.yaml:1:4: error[VIS009] the file ends in the middle of a quoted text or a list
   1 │ a: "b
     │    ^
   help: vis explain VIS009

source.yaml:1:9: error[VIS009] `003:34-35` is not quoted
   1 │ a: [ x, 003:34-35 ]
     │         ^^^^^^^^^
   help: quote it: "003:34-35"  ·  vis explain VIS009

time.yaml:1:5: error[VIS009] `08:30` is not quoted
   1 │ a: [08:30, 09:00]
     │     ^^^^^
   help: quote it: "08:30"  ·  vis explain VIS009

files: 1, entities: 1, errors: 9, warnings: 0, gaps: 0
"""
    )


def test_a_file_must_be_a_map(tmp_path: Path) -> None:
    done = check(
        tmp_path,
        {
            **raw({"a-list": "- id: x\n", "a-number": "3\n", "a-text": "hej\n", "an-empty-text": '""\n'}),
            "registry/people.yaml": "- name: Exempel\n",
            "registry/areas.yaml": "Exempelby\n",
            "registry/organisations.yaml": "exempelby: hej\nprovkoping:\n- x\nexempelregionen:\n3: {}\nÅby: {}\n",
        },
    )
    assert (
        reported(done)
        == """\
registry/areas.yaml:1:1: error[VIS042] the file must be a map: keys with values
a-list.yaml:1:1: error[VIS042] the file must be a map: keys with values
a-number.yaml:1:1: error[VIS042] the file must be a map: keys with values
a-text.yaml:1:1: error[VIS042] the file must be a map: keys with values
an-empty-text.yaml:1:1: error[VIS042] the file must be a map: keys with values
registry/organisations.yaml:1:12: error[VIS042] a map is wanted here, not text
registry/organisations.yaml:2:1: error[VIS042] a map is wanted here, not a list
registry/organisations.yaml:4:1: error[VIS042] a map is wanted here, and there is nothing
registry/organisations.yaml:5:4: error[VIS040] `name` is missing
registry/organisations.yaml:5:4: error[VIS040] `side` is missing
registry/organisations.yaml:5:4: error[VIS040] `type` is missing
registry/organisations.yaml:6:1: error[VIS044] `Åby` is not an id
registry/people.yaml:1:1: error[VIS042] the file must be a map: keys with values
"""
    )


def test_what_is_wrong_with_the_shape_is_told_value_by_value(tmp_path: Path) -> None:
    done = vis(
        *("check", "--format", "json", "--select", "VIS0"),
        cwd=register(
            tmp_path,
            {
                "registry/groups/exempel.yaml": """\
id: exempel
nmae: Exempelgruppen
type: steerin
level: galaxy
status: active
elected: yes
from: 2031-02-30
until: hösten 2031
aliases: ett namn
reports_to: Åbygruppen
sources: ["003:34", "003:34-", 3]
members:
  - side: region
    percent: 101
    role:
  - hej
short_name: 010
subject: 1.10
target_group: True
cluster: x
chairing: >-
  a
  b
""",
                "registry/meetings/exempel/2031-02-19.yaml": """\
id: exempel-2031-02-19
group: exempel
status: planned
date: 2031-02-31
start: 14.00
end: "24:00"
notice:
  sent: 19 februari
items:
  - id: TBD
    heading: xxx
    type: information|decision
    number: 0
    text: ""
""",
                "registry/people.yaml": """\
exempel-a:
  name: " Exempel"
  posts: []
exempel-b:
  name: Exempel
  posts:
    - title: ???
      organisation: <organisation>
      from: "٢٠٣١"
""",
            },
        ),
    )
    found = [
        f"{item['path'].removeprefix('registry/')}:{item['line']}:{item['column']} {item['code']} {item['message']}"
        + (f" ({item['help']})" if item["help"] else "")
        for item in json.loads(done.out)["diagnostics"]
    ]
    assert found == [
        "groups/exempel.yaml:2:1 VIS041 the key `nmae` is not known here (did you mean `name`?)",
        "groups/exempel.yaml:3:7 VIS043 `steerin` is not one of the values that `type` can have (did you"
        " mean `steering`? Possible are: steering, consultation, secretariat, forum, working, project)",
        "groups/exempel.yaml:4:8 VIS043 `galaxy` is not one of the values that `level` can have (possible"
        " are: national, regional, subregional, local)",
        "groups/exempel.yaml:6:10 VIS042 true or false is wanted here, not text",
        "groups/exempel.yaml:7:7 VIS047 `2031-02-30` is not a date (write a day, a month or a year"
        " (2031-03-01, 2031-03, 2031), or 2031-23 for the autumn)",
        "groups/exempel.yaml:8:8 VIS047 `hösten 2031` is not a date (write a day, a month or a year"
        " (2031-03-01, 2031-03, 2031), or 2031-23 for the autumn)",
        "groups/exempel.yaml:9:10 VIS042 a list is wanted here, not text",
        "groups/exempel.yaml:10:13 VIS044 `Åbygruppen` is not an id (use only a-z, 0-9 and hyphens, with å"
        " and ä as a, ö as o)",
        'groups/exempel.yaml:11:21 VIS044 `003:34-` is not a citation (write the source and the line: "003:34")',
        'groups/exempel.yaml:11:32 VIS042 text is wanted here, not a number (quote it: "3")',
        "groups/exempel.yaml:14:14 VIS048 `101` is more than 100",
        "groups/exempel.yaml:15:5 VIS042 one of the possible values is wanted here, and there is nothing"
        " (leave the key out where there is nothing to say)",
        "groups/exempel.yaml:16:5 VIS042 a map is wanted here, not text",
        'groups/exempel.yaml:17:13 VIS042 text is wanted here, not a number (quote it: "010")',
        'groups/exempel.yaml:18:10 VIS042 text is wanted here, not a number (quote it: "1.10")',
        'groups/exempel.yaml:19:15 VIS042 text is wanted here, not true or false (quote it: "True")',
        "groups/exempel.yaml:20:1 VIS041 the key `cluster` is not known here (known are: sources, assumed,"
        " from, until, remarks, id, name, short_name, aliases, type, level, elected, joint, status, reached,"
        " earlier, subject, target_group, reports_to, predecessors, members, chairing, alternates, procedure,"
        " mandate, responsibilities, profile, local_link, disability_perspective, knowledge_governance, channels,"
        " networks, boundaries, secretariat_division, introduction)",
        "meetings/exempel/2031-02-19.yaml:4:7 VIS046 `2031-02-31` is no day of the calendar",
        'meetings/exempel/2031-02-19.yaml:5:8 VIS042 text is wanted here, not a number (quote it: "14.00")',
        "meetings/exempel/2031-02-19.yaml:6:6 VIS049 `24:00` is not a time of the form HH:MM (write it in"
        ' quotes: "14:00")',
        "meetings/exempel/2031-02-19.yaml:8:9 VIS045 `19 februari` is not a date of the form YYYY-MM-DD",
        "meetings/exempel/2031-02-19.yaml:10:9 VIS051 `TBD` is left over from a template (write what is so;"
        " what is not known is left out)",
        "meetings/exempel/2031-02-19.yaml:11:14 VIS051 `xxx` is left over from a template (write what is so;"
        " what is not known is left out)",
        "meetings/exempel/2031-02-19.yaml:12:11 VIS051 `information|decision` is left over from a template"
        " (write what is so; what is not known is left out)",
        "meetings/exempel/2031-02-19.yaml:13:13 VIS048 `0` is less than 1",
        "meetings/exempel/2031-02-19.yaml:14:11 VIS048 the text is empty (leave the key out where there is"
        " nothing to say)",
        "people.yaml:2:9 VIS048 one line of text is wanted here, without space before or after it (put it on"
        " one line; `>-` folds a long one)",
        "people.yaml:3:10 VIS048 at least 1 is wanted here",
        "people.yaml:7:14 VIS051 `???` is left over from a template (write what is so; what is not known is left out)",
        "people.yaml:8:21 VIS051 `<organisation>` is left over from a template (write what is so; what is"
        " not known is left out)",
        "people.yaml:9:13 VIS047 `٢٠٣١` is not a date (write a day, a month or a year (2031-03-01, 2031-03,"
        " 2031), or 2031-23 for the autumn)",
    ]


def test_every_fault_of_every_file_is_in_one_run_and_what_follows_from_one_is_not(tmp_path: Path) -> None:
    done = check(
        tmp_path,
        {
            "registry/people.yaml": "exempel-a: [\n",
            "registry/organisations.yaml": "exempelregionen:\n  name: Exempelregionen\n  type: principal\n",
            **groups(
                {
                    "broken": "status: active\n",
                    "good": "reports_to: broken\nmembers:\n  - side: region\n    person: exempel-a\n"
                    "    organisation: exempelregionen\npredecessors: [brokn, good]\nunknown: x\n",
                    "refers": "reports_to: goood\nmembers:\n  - side: region\n    person: exempel-a\n"
                    "    organisation: exempelregionen\npredecessors: [broken, refers]\n",
                }
            ),
            "registry/contacts/exempelby.yaml": "id: exempelby\nksa:\n  - organisation: provkoping\n",
        },
    )
    assert (
        reported(done)
        == """\
registry/contacts/exempelby.yaml:3:19: error[VIS201] there is no organisation `provkoping`
broken.yaml:6:1: error[VIS010] the key `status` stands twice
good.yaml:12:1: error[VIS041] the key `unknown` is not known here
refers.yaml:6:13: error[VIS201] there is no group `goood`
registry/organisations.yaml:1:1: error[VIS040] `side` is missing
registry/people.yaml:2:1: error[VIS009] a value was expected here
"""
    )
